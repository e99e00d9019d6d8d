import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { addDays, civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant, type Instant } from '#domain/time/instant.ts';
import { addReminderStep } from '#features/reminders/change-schedule.ts';
import { setReleased } from '#features/reminders/changing-queries.ts';
import { listWaitingLetters, settleTaken, takeLetter } from '#features/reminders/letter-queries.ts';
import { reminderLetter } from '#features/reminders/letters.ts';
import { insertReminders, insertSending } from '#features/reminders/preparing-queries.ts';
import { EVERYBODY_LEFT } from '#features/reminders/reminder-choice.ts';
import { findProgrammeId } from '#features/reminders/schedule-queries.ts';
import { chloe } from './cast.ts';
import type { SeedPerson } from './people.ts';

/** The sending of the demonstration; tests open it by its id. */
export const SEED_SENDING = '00000000-0000-4000-8000-00000003a001';

const UNIT = 'FM-11';
const DAYS_AGO = 3;
const STEPS = [
  { audience: 'person', daysBefore: 60 },
  { audience: 'person', daysBefore: 30 },
  { audience: 'person', daysBefore: 7 },
  { audience: 'manager', daysBefore: 3 },
] as const;

interface RemindersToSend {
  programme: string;
  deadline: CivilDate;
  now: Instant;
}

/** A calendar of what is to come, and what Chloé sent to a team some days ago; the addresses lead nowhere. */
export async function sendReminders(
  trx: Transaction<Database>,
  opening: Act,
  people: readonly SeedPerson[],
  { programme, deadline, now }: RemindersToSend,
): Promise<void> {
  const today = civilDateOf(now);
  for (const step of STEPS)
    if (addDays(deadline, -step.daysBefore) > today) await addReminderStep(trx, opening, { programme, ...step });

  const sentOn = addDays(today, -DAYS_AGO);
  const programmeId = await findProgrammeId(trx, programme);
  if (programmeId === null || sentOn <= civilDateOf(opening.at)) return;
  const unit = await trx.selectFrom('unit').where('code', '=', UNIT).select('id').executeTakeFirstOrThrow();
  const act: Act = { by: chloe.personId, at: parseInstant(`${sentOn}T09:30:00Z`), requestId: null };
  const letter = reminderLetter(deadline, { today: sentOn, origin: 'http://localhost:4321' });
  const sending = { sendingId: SEED_SENDING, kind: 'chosen' as const, programmeId, unitId: unit.id };
  await insertSending(trx, act, { ...sending, choice: EVERYBODY_LEFT, ...letter });
  const rows = people.filter(isLeft).map(({ personId }, index) => [reminderId(index), personId] as const);
  await insertReminders(trx, { sendingId: SEED_SENDING, programmeId, at: act.at }, rows);
  await setReleased(trx, act, SEED_SENDING, null);
  for (const waiting of await listWaitingLetters(trx, act.at, rows.length))
    if (await takeLetter(trx, act.at, waiting))
      await settleTaken(trx, waiting.reminderId, { state: 'sent', sent_at: act.at });
}

function isLeft({ unitCode, isDesignated, story, movesTo, credit, exemption, absence }: SeedPerson): boolean {
  return unitCode === UNIT && isDesignated && story !== 'done' && !movesTo && !credit && !exemption && !absence;
}

function reminderId(index: number): string {
  return `00000000-0000-4000-8000-00000003b${String(index).padStart(3, '0')}`;
}
