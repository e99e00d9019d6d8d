import { NewerDatabaseError } from '#db/migrator.ts';
import { HelpFileError } from '#features/help/load-help.ts';
import { UnpublishableContentError } from '#features/publishing/publish-content.ts';
import { ConfigError } from '#platform/config.ts';
import { ListenError } from './listen.ts';

/** Something that a person can put right; the message is one French sentence that says how. */
export class Refusal extends Error {}

/** Runs a command; what a person can put right is said in one sentence with exit code 1, without a stack trace. */
export async function explainingRefusals(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function isExpected(error: unknown): error is Error {
  return [Refusal, ConfigError, ListenError, NewerDatabaseError, UnpublishableContentError, HelpFileError].some(
    (kind) => error instanceof kind,
  );
}
