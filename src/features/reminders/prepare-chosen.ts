import type { Act } from '#domain/identity/act.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { FigureSource } from '#features/follow-up/load-follow-up-page.ts';
import { loadSituation } from '#features/follow-up/load-situation.ts';
import { findUnitInScope } from '#features/follow-up/scope-queries.ts';
import { reminderLetter } from './letters.ts';
import { prepareSending } from './prepare-sending.ts';
import type { ReminderChoiceValues } from './reminder-choice.ts';

export interface ChosenSending extends ReminderChoiceValues {
  sendingId: string;
  unit: string;
  programme: string;
}

export type PrepareChosenResult = { outcome: 'prepared' | 'no-such-unit' | 'no-such-programme' | 'programme-closed' };

/** Makes the preview of a sending to people of an actor's unit; the same form again leads to the same preview. */
export async function prepareChosen(
  source: FigureSource,
  act: Act,
  actor: Actor,
  { chosen, origin }: { chosen: ChosenSending; origin: string },
): Promise<PrepareChosenResult> {
  const today = civilDateOf(act.at);
  const unit = await findUnitInScope(source.db, actor, chosen.unit);
  if (!unit) return { outcome: 'no-such-unit' };
  const asked = await loadSituation(source.db, { programme: chosen.programme, au: '', module: '' }, today);
  if (!asked) return { outcome: 'no-such-programme' };
  const { situation } = asked;
  const { closedOn, opensOn, deadline } = situation.programme;
  if (opensOn > today || (closedOn !== null && closedOn <= today)) return { outcome: 'programme-closed' };
  await prepareSending(source, act, {
    sendingId: chosen.sendingId,
    kind: 'chosen',
    situation,
    unitId: unit.unitId,
    rootIds: [unit.unitId],
    choice: { states: chosen.states, lateness: chosen.lateness },
    letter: reminderLetter(deadline, { today, origin }),
  });
  return { outcome: 'prepared' };
}
