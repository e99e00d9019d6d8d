import { listContentDifferences, type ContentDifference } from '#features/publishing/list-content-differences.ts';
import type { Config } from '#platform/config.ts';
import { openInstallation } from './open-installation.ts';
import { readContent } from './read-content.ts';

/** Says which modules of content/ are not what is live, and what publishes them: a restart publishes nothing. */
export async function reportContentDifferences(config: Config, say: (sentence: string) => void): Promise<void> {
  const db = await openInstallation(config);
  try {
    const differences = await listContentDifferences(db, await readContent(config));
    for (const difference of differences) say(sentence(difference));
  } finally {
    await db.destroy();
  }
}

function sentence({ slug, kind }: ContentDifference): string {
  const publish = `npm run reperes -- content publish ${slug} --as correction|materielle --note "…"`;
  switch (kind) {
    case 'new':
      return `content/${slug} n’est pas publié. Pour le publier : ${publish}`;
    case 'changed':
      return `content/${slug} diffère de la version en ligne. Pour publier ce changement : ${publish}`;
    case 'removed':
      return `content/${slug} n’existe plus, mais le module reste en ligne.`;
  }
}
