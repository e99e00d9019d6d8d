import { setImmediate as otherWork } from 'node:timers/promises';
import type { SendingKind } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { FigureSource } from '#features/follow-up/load-follow-up-page.ts';
import type { Situation } from '#features/follow-up/situation.ts';
import { whenFree } from '#platform/db/when-free.ts';
import { idsInOrder } from '#platform/ids-in-order.ts';
import type { Letter } from './letters.ts';
import { insertReminders, insertSending } from './preparing-queries.ts';
import { peopleChosen, type ReminderChoiceValues } from './reminder-choice.ts';
import { selectPeopleTask } from './tasks/select-people-task.ts';

export interface SendingToPrepare {
  sendingId: string;
  kind: Extract<SendingKind, 'chosen' | 'step'>;
  situation: Situation;
  /** Null for everybody. */
  unitId: string | null;
  /** The units whose people are looked at, with all below them. */
  rootIds: string[];
  choice: ReminderChoiceValues;
  letter: Letter;
}

/** Few enough for a statement of some milliseconds: pages are served between two of them. */
const ROWS_AT_ONCE = 400;

/**
 * Writes down who would get what, one row for each person: those with an address wait, and the rows of the others say why
 * they get nothing. Nothing leaves before the sending is released. The same id again changes nothing.
 */
export async function prepareSending(
  { db, tasks }: FigureSource,
  act: Act,
  { sendingId, kind, situation, unitId, rootIds, choice, letter }: SendingToPrepare,
): Promise<void> {
  const { programme, day } = situation;
  const filter = peopleChosen(choice, programme, day);
  const listed = await tasks.run(selectPeopleTask, { situation, rootIds, filter });
  const personIds = listed === '' ? [] : listed.split('\n');
  const { programmeId } = programme;
  const sending = { sendingId, kind, programmeId, unitId, choice, ...letter };
  const isNew = await whenFree(() => insertSending(db, act, sending));
  if (!isNew) return;
  const nextId = idsInOrder(act.at);
  for (let from = 0; from < personIds.length; from += ROWS_AT_ONCE) {
    const rows = personIds.slice(from, from + ROWS_AT_ONCE).map((personId) => [nextId(), personId] as const);
    await whenFree(() => insertReminders(db, { sendingId, programmeId, at: act.at }, rows));
    await otherWork();
  }
}
