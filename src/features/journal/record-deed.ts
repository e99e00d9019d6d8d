import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { newId } from '#platform/ids.ts';
import type { Verb } from './verbs.ts';

/** What was done, on what; `detail` must hold no trace (answers, scores, the path taken). */
export interface Deed {
  /** One that the journal has words for, for instance `role:give`. */
  verb: Verb;
  subjectKind:
    | 'person'
    | 'unit'
    | 'programme'
    | 'module'
    | 'package'
    | 'import'
    | 'installation'
    | 'training-session'
    | 'house'
    | 'meeting';
  subjectId: string;
  detail?: Record<string, string | number | null>;
}

/** Adds one line to the journal, in the transaction of the change it tells. */
export async function recordDeed(trx: Transaction<Database>, act: Act, deed: Deed): Promise<void> {
  await trx
    .insertInto('journal')
    .values({
      id: newId(),
      at: act.at,
      actor_id: act.by,
      verb: deed.verb,
      subject_kind: deed.subjectKind,
      subject_id: deed.subjectId,
      detail: JSON.stringify(deed.detail ?? {}),
      request_id: act.requestId,
    })
    .execute();
}
