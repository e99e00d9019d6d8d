import type { Act } from '#domain/identity/act.ts';
import { dueSteps, type DueStep } from '#domain/obligation/reminder-steps.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { mondayOf, type QuietDays } from '#domain/time/quiet-time.ts';
import type { FigureSource } from '#features/follow-up/load-follow-up-page.ts';
import { listAskedModules, listProgrammes } from '#features/follow-up/programme-queries.ts';
import type { Programme, Situation } from '#features/follow-up/situation.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import { isOccasionDone, listOccasions, setReleased } from './changing-queries.ts';
import { reminderLetter } from './letters.ts';
import { prepareSending } from './prepare-sending.ts';
import { EVERYBODY_LEFT } from './reminder-choice.ts';
import { listSteps } from './schedule-queries.ts';
import { countReminders } from './sending-queries.ts';
import { forgetPreview } from './stop-sending.ts';
import { listTopUnitIds } from './unit-queries.ts';
import { prepareDigest, prepareEscalation } from './write-to-managers.ts';

export interface ScheduleSettings {
  quietDays: QuietDays;
  /** The address of the installation, for the links of letters. */
  origin: string;
}

/**
 * Prepares and releases what is due today: the steps of each open programme, and the digest of the week from its first day
 * that is not quiet. Each is released once under the name of its occasion, whatever was begun and not ended before.
 */
export async function runSchedule(source: FigureSource, act: Act, settings: ScheduleSettings): Promise<void> {
  const today = civilDateOf(act.at);
  const open = (await listProgrammes(source.db)).filter((programme) => isOpen(programme, today));
  for (const programme of open) {
    const steps = await listSteps(source.db, programme.programmeId);
    if (steps.length === 0) continue;
    const done = await listOccasions(source.db, programme.programmeId);
    for (const step of dueSteps(today, programme, { steps, quietDays: settings.quietDays }, done))
      await runStep(source, act, { step, situation: await situationOf(source, programme, today), settings });
  }
  await sendDigest(source, act, { open, today, settings });
}

interface StepRun {
  step: DueStep;
  situation: Situation;
  settings: ScheduleSettings;
}

async function runStep(source: FigureSource, act: Act, { step, situation, settings }: StepRun): Promise<void> {
  const sendingId = newId();
  const context = { today: situation.day, origin: settings.origin };
  if (step.audience === 'person')
    await prepareSending(source, act, {
      sendingId,
      kind: 'step',
      situation,
      unitId: null,
      rootIds: await listTopUnitIds(source.db),
      choice: EVERYBODY_LEFT,
      letter: reminderLetter(situation.programme.deadline, context),
    });
  else await prepareEscalation(source, act, { sendingId, situation, context });
  await releaseOnce(source, act, sendingId, step.occasion, situation.programme.programmeId);
}

async function sendDigest(
  source: FigureSource,
  act: Act,
  { open, today, settings }: { open: Programme[]; today: CivilDate; settings: ScheduleSettings },
): Promise<void> {
  const occasion = `digest ${mondayOf(today)}`;
  if (open.length === 0 || (await isOccasionDone(source.db, occasion))) return;
  const sendingId = newId();
  const situations = [];
  for (const programme of open) situations.push(await situationOf(source, programme, today));
  await prepareDigest(source, act, { sendingId, situations, context: { today, origin: settings.origin } });
  await releaseOnce(source, act, sendingId, occasion, null);
}

/** Two servers may come to it together: the first one releases, the other forgets what it has prepared. */
async function releaseOnce(
  { db }: FigureSource,
  act: Act,
  sendingId: string,
  occasion: string,
  programmeId: string | null,
): Promise<void> {
  const isFirst = await inTransaction(db, async (trx) => {
    if (await isOccasionDone(trx, occasion)) return false;
    const { pending } = await countReminders(trx, sendingId);
    await setReleased(trx, act, sendingId, occasion);
    await recordDeed(trx, act, {
      verb: 'reminder:release',
      ...(programmeId === null
        ? { subjectKind: 'installation', subjectId: 'digest' }
        : { subjectKind: 'programme', subjectId: programmeId }),
      detail: { sending: sendingId, occasion, recipients: pending },
    });
    return true;
  });
  if (!isFirst) await forgetPreview(db, sendingId);
}

async function situationOf({ db }: FigureSource, programme: Programme, day: CivilDate): Promise<Situation> {
  const modules = await listAskedModules(db, programme.programmeId, day);
  return { programme, day, modules, onlyModule: null };
}

function isOpen({ opensOn, closedOn }: Programme, today: CivilDate): boolean {
  return opensOn <= today && (closedOn === null || closedOn > today);
}
