import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { newId } from '#platform/ids.ts';
import { inPieces, rowsOf } from '#platform/db/rows-of.ts';

/** Records that these persons attended; they must not be recorded already. */
export async function writeAttendance(
  trx: Transaction<Database>,
  act: Act,
  { sessionId, personIds, lateReason }: { sessionId: string; personIds: readonly string[]; lateReason: string | null },
): Promise<void> {
  for (const piece of inPieces(personIds))
    await trx
      .insertInto('attendance')
      .columns(['id', 'session_id', 'person_id', 'recorded_at', 'recorded_by', 'late_reason'])
      .expression(rowsOf(piece.map((personId) => [newId(), sessionId, personId, act.at, act.by, lateReason])))
      .execute();
}
