import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hasPermission } from '#domain/identity/permissions.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import type { ListFormat } from '#platform/lists/write-list.ts';
import { addJob } from './add-job.ts';
import { findList } from './lists.ts';

export interface AskedListFile {
  /** Comes with the form: sent twice, it is one job. */
  jobId: string;
  /** The name of the list. */
  list: string;
  /** Those of its page's address. */
  parameters: Record<string, string>;
  format: ListFormat;
}

export type PrepareListResult = { outcome: 'prepared' | 'already-asked' | 'no-such-list' | 'too-many' };

/** Asks for the file of a list to be written behind the page. */
export async function prepareList(
  db: Kysely<Database>,
  act: Act,
  actor: Actor,
  { jobId, list: name, parameters, format }: AskedListFile,
): Promise<PrepareListResult> {
  return inTransaction(db, async (trx) => {
    const list = findList(name);
    if (!list || !hasPermission(actor, list.permission)) return { outcome: 'no-such-list' };
    if (!(await list.ask(trx, parameters, { actor, at: act.at }))) return { outcome: 'no-such-list' };
    const outcome = await addJob(trx, actor, {
      id: jobId,
      person_id: actor.personId,
      list: name,
      day: civilDateOf(act.at),
      query: JSON.stringify(parameters),
      format,
      asked_at: act.at,
      state: 'waiting',
    });
    if (outcome !== 'added') return { outcome };
    const detail = { list: list.title, format };
    await recordDeed(trx, act, { verb: 'export:prepare', subjectKind: 'installation', subjectId: name, detail });
    return { outcome: 'prepared' };
  });
}
