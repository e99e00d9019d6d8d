import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import { loadSessionChoices, type SessionChoices } from './form-choice-queries.ts';
import { findSessionLine } from './session-list-queries.ts';
import { sessionState } from './session-state.ts';

export interface ChangePage {
  sessionId: string;
  label: string;
  choices: SessionChoices;
  /** What the fields of the form hold. */
  values: Record<string, string>;
}

/** The form of a session that may still be changed; null when there is none. */
export async function loadChangePage(
  db: Kysely<Database>,
  sessionId: string,
  today: CivilDate,
): Promise<ChangePage | null> {
  const session = await findSessionLine(db, sessionId);
  if (!session || ['closed', 'cancelled'].includes(sessionState(session, today))) return null;
  return {
    sessionId,
    label: frenchDate(session.heldOn),
    choices: await loadSessionChoices(db),
    values: {
      moduleCode: session.moduleCode,
      heldOn: session.heldOn,
      startsAt: session.startsAt,
      place: session.place,
      houseId: session.houseId ?? '',
      trainerId: session.trainerId ?? '',
      trainerName: session.trainerId === null ? session.trainerName : '',
      seats: String(session.seats),
    },
  };
}
