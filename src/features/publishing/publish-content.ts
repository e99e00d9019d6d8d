import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Problem } from '#domain/authoring/problem.ts';
import type { Act } from '#domain/identity/act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import type { ModuleFolder } from './module-folder.ts';
import { publishModule } from './publish-module.ts';
import { problemLine } from './problem-line.ts';

/** Content that came with the program and does not compile; the message lists the problems, in French. */
export class UnpublishableContentError extends Error {}

/** Publishes every module for the first time, all or none; throws UnpublishableContentError when one cannot be. */
export async function publishContent(db: Kysely<Database>, act: Act, folders: readonly ModuleFolder[]): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const folder of folders) {
      const result = await publishModule(trx, act, {
        folder,
        kind: 'material',
        redo: false,
        note: 'Première publication',
        mayBeOverdue: true,
      });
      if (result.outcome === 'content-problems') throw unpublishable(result.problems);
      if (result.outcome === 'code-taken')
        throw new UnpublishableContentError(
          `Les modules « ${folder.slug} » et « ${result.slug} » ont le même code : changez celui du premier dans son module.yaml.`,
        );
    }
  });
}

function unpublishable(problems: readonly Problem[]): UnpublishableContentError {
  const errors = problems.filter((problem) => problem.severity === 'error');
  return new UnpublishableContentError(`Le contenu ne peut pas être publié :\n${errors.map(problemLine).join('\n')}`);
}
