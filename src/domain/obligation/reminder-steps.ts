import { addDays, daysBetween, type CivilDate } from '../time/civil-date.ts';
import { isQuietDay, type QuietDays } from '../time/quiet-time.ts';

/** To whom a step writes: everybody who still has it before them, or those who follow them, as a count. */
export const REMINDER_AUDIENCES = ['person', 'manager'] as const;
export type ReminderAudience = (typeof REMINDER_AUDIENCES)[number];

/** A reminder that leaves by itself, so many days before the deadline (after it when negative). */
export interface ReminderStep {
  audience: ReminderAudience;
  daysBefore: number;
  /** A step whose day had passed when it was added is not made up for. */
  addedOn: CivilDate;
}

/** What the schedule of a programme is read from. */
export interface ScheduledProgramme {
  programmeId: string;
  deadline: CivilDate;
  closedOn: CivilDate | null;
}

export interface ScheduleSettings {
  steps: readonly ReminderStep[];
  quietDays: QuietDays;
}

export interface DueStep extends ReminderStep {
  /** The day it falls on; it may leave some days later, after quiet days. */
  dueOn: CivilDate;
  /** The name under which it is done once. */
  occasion: string;
}

/** A step that could not leave on its day (quiet days, a server that was down) leaves up to this many days later. */
export const CATCH_UP_IN_DAYS = 6;

/**
 * The steps to be done today: those whose day has come, that are not done, and that can still leave. When several steps to
 * the same audience have come, only the latest is: nobody gets two letters for having been spared one.
 * @param alreadyDone the occasions of what was done
 */
export function dueSteps(
  today: CivilDate,
  programme: ScheduledProgramme,
  { steps, quietDays }: ScheduleSettings,
  alreadyDone: ReadonlySet<string>,
): DueStep[] {
  if (isQuietDay(today, quietDays) || isClosed(programme, today)) return [];
  return REMINDER_AUDIENCES.flatMap((audience) => {
    const ofAudience = steps.filter((step) => step.audience === audience);
    const latest = scheduleOn(today, programme, ofAudience, alreadyDone).findLast(({ dueOn }) => dueOn <= today);
    return latest?.standing === 'due' ? [latest] : [];
  });
}

export type StepStanding = 'done' | 'due' | 'to-come' | 'missed';

/** Where each step of a schedule stands, in the order of their days. */
export function scheduleOn(
  today: CivilDate,
  programme: ScheduledProgramme,
  steps: readonly ReminderStep[],
  alreadyDone: ReadonlySet<string>,
): (DueStep & { standing: StepStanding })[] {
  return steps
    .map((step) => placed(programme, step))
    .sort((one, other) => daysBetween(other.dueOn, one.dueOn) || other.audience.localeCompare(one.audience))
    .map((step) => ({ ...step, standing: standingOf(step, today, alreadyDone) }));
}

function placed(programme: ScheduledProgramme, step: ReminderStep): DueStep {
  const dueOn = addDays(programme.deadline, -step.daysBefore);
  // The day is part of the name: a deadline that is put off opens the step again.
  return { ...step, dueOn, occasion: `step ${programme.programmeId} ${step.audience} ${dueOn}` };
}

function standingOf(
  { dueOn, addedOn, occasion }: DueStep,
  today: CivilDate,
  alreadyDone: ReadonlySet<string>,
): StepStanding {
  if (alreadyDone.has(occasion)) return 'done';
  if (dueOn > today) return 'to-come';
  return dueOn >= addedOn && daysBetween(dueOn, today) <= CATCH_UP_IN_DAYS ? 'due' : 'missed';
}

function isClosed({ closedOn }: ScheduledProgramme, today: CivilDate): boolean {
  return closedOn !== null && closedOn <= today;
}
