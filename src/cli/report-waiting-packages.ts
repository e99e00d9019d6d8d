import { listFileNames } from '#features/packages/queries.ts';
import { listWaitingArchives } from '#features/packages/waiting-archives.ts';
import type { Config } from '#platform/config.ts';
import { openInstallation } from './open-installation.ts';

/** Says which packages of modules/ nobody has brought in yet, and how it is done: a start brings none in by itself. */
export async function reportWaitingPackages(config: Config, say: (sentence: string) => void): Promise<void> {
  const names = (await listWaitingArchives()).map(({ name }) => name);
  if (names.length === 0) return;
  const db = await openInstallation(config);
  try {
    const known = await listFileNames(db, names);
    for (const name of names.filter((candidate) => !known.has(candidate)))
      say(
        `modules/${name} attend d’être examiné : ${config.origin}/atelier/paquets, ou npm run reperes -- package import modules/${name}`,
      );
  } finally {
    await db.destroy();
  }
}
