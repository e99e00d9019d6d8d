import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { inPieces, rowsOf } from '#platform/db/rows-of.ts';

/** Bulk writes, for large demonstrations alone: what people do themselves goes through the commands. */

export interface FactToWrite {
  id: string;
  personId: string;
  at: Instant;
}

interface OfVersion {
  moduleId: string;
  edition: number;
  versionId: string;
}

/** Persons who have begun a module. */
export async function writeBegun(
  trx: Transaction<Database>,
  { moduleId, edition, versionId }: OfVersion,
  facts: readonly FactToWrite[],
): Promise<void> {
  for (const piece of inPieces(facts))
    await trx
      .insertInto('begun')
      .columns(['person_id', 'module_id', 'edition', 'window_from', 'version_id', 'begun_at', 'begun_on'])
      .expression(
        rowsOf(
          piece.map(({ personId, at }) => [personId, moduleId, edition, FIRST_WINDOW, versionId, at, civilDateOf(at)]),
        ),
      )
      .execute();
}

/** Persons who have completed a module. */
export async function writeCompletions(
  trx: Transaction<Database>,
  { moduleId, edition, versionId }: OfVersion,
  facts: readonly FactToWrite[],
): Promise<void> {
  for (const piece of inPieces(facts))
    await trx
      .insertInto('completion')
      .columns([
        'id',
        'person_id',
        'module_id',
        'edition',
        'window_from',
        'version_id',
        'rule',
        'completed_at',
        'completed_on',
        'done_on',
      ])
      .expression(
        rowsOf(
          piece.map(({ id, personId, at }) => [
            id,
            personId,
            moduleId,
            edition,
            FIRST_WINDOW,
            versionId,
            'demonstration',
            at,
            civilDateOf(at),
            civilDateOf(at),
          ]),
        ),
      )
      .execute();
}
