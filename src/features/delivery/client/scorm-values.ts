import { utcDateOf, type Instant } from '#domain/time/instant.ts';
import { interval, timespan } from './durations.ts';
import type { Interaction, LessonReport, Report } from './tracker.ts';

/** Elements of a data model with their values, in the order in which they must be set. */
export type Values = [name: string, value: string][];

/** How an edition of SCORM writes what a module tells; names are those of its data model (RTE 3.4.4 of 1.2, RTE 4.2 of 2004). */
export interface ScormWords {
  entry: string;
  location: string;
  report(report: Report): Values;
  /** After `cmi.interactions.n.`. */
  interaction(interaction: Interaction): Values;
  /** After `cmi.objectives.n.`: the id comes apart, being said once. */
  objective(lesson: LessonReport): Values;
}

export const SCORM_WORDS: Record<'scorm12' | 'scorm2004', ScormWords> = {
  scorm12: {
    entry: 'cmi.core.entry',
    location: 'cmi.core.lesson_location',
    report: report12,
    interaction: interaction12,
    objective: objective12,
  },
  scorm2004: {
    entry: 'cmi.entry',
    location: 'cmi.location',
    report: report2004,
    interaction: interaction2004,
    objective: objective2004,
  },
};

/** One status says both in SCORM 1.2: it is passed once everything is done, and until then nothing is decided. */
function report12(said: Report): Values {
  return [
    ['cmi.core.lesson_location', said.location],
    ['cmi.suspend_data', said.suspendData],
    ...scoreValues('cmi.core.score', said.score),
    ['cmi.core.lesson_status', said.isComplete ? 'passed' : 'incomplete'],
    ['cmi.core.session_time', timespan(said.seconds)],
    ['cmi.core.exit', 'suspend'],
  ];
}

function report2004(said: Report): Values {
  const scaled: Values = said.score === null ? [] : [['cmi.score.scaled', (said.score / 100).toFixed(2)]];
  return [
    ['cmi.location', said.location],
    ['cmi.suspend_data', said.suspendData],
    ['cmi.progress_measure', said.progress.toFixed(4)],
    ...scoreValues('cmi.score', said.score),
    ...scaled,
    ['cmi.completion_status', said.isComplete ? 'completed' : 'incomplete'],
    ['cmi.success_status', said.isPassed ? 'passed' : said.score === null ? 'unknown' : 'failed'],
    ['cmi.session_time', interval(said.seconds)],
    ['cmi.exit', 'suspend'],
  ];
}

function scoreValues(name: string, score: number | null): Values {
  if (score === null) return [];
  return [
    [`${name}.min`, '0'],
    [`${name}.max`, '100'],
    [`${name}.raw`, String(score)],
  ];
}

function interaction12({ id, lesson, isMultiple, chosen, right, isRight, at, latency }: Interaction): Values {
  const letters = right.map(letterOf).join(',');
  return [
    ['id', id],
    ['objectives.0.id', lesson],
    ['time', timeOfDay(at)],
    ['type', 'choice'],
    // Braces say that all of them are needed.
    ['correct_responses.0.pattern', isMultiple ? `{${letters}}` : letters],
    ['weighting', '1'],
    ['student_response', chosen.map(letterOf).join(',')],
    ['result', isRight ? 'correct' : 'wrong'],
    ['latency', timespan(latency)],
  ];
}

/** A choice is one letter or digit in SCORM 1.2. */
function letterOf(choice: string): string {
  return Number(choice.replace(/^c/, '')).toString(36);
}

/** In characters: the most that every system takes of a description (RTE 4.2.9). */
const MOST_DESCRIBED = 250;

function interaction2004({ id, description, lesson, chosen, right, isRight, at, latency }: Interaction): Values {
  return [
    ['id', id],
    ['type', 'choice'],
    ['objectives.0.id', lesson],
    ['timestamp', timestamp(at)],
    ['correct_responses.0.pattern', right.join('[,]')],
    ['weighting', '1'],
    ['learner_response', chosen.join('[,]')],
    ['result', isRight ? 'correct' : 'incorrect'],
    ['latency', interval(latency)],
    ['description', inFrench(description)],
  ];
}

function objective12({ isRead }: LessonReport): Values {
  return [['status', isRead ? 'completed' : 'not attempted']];
}

function objective2004({ title, isRead }: LessonReport): Values {
  return [
    ['completion_status', isRead ? 'completed' : 'not attempted'],
    ['description', inFrench(title)],
  ];
}

function inFrench(text: string): string {
  return `{lang=fr}${text.slice(0, MOST_DESCRIBED)}`;
}

const TIME_OF_DAY = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** As SCORM 1.2 writes it, by the clock of the learner's computer. */
function timeOfDay(at: Instant): string {
  return TIME_OF_DAY.format(utcDateOf(at));
}

/** As SCORM 2004 writes it: a zone may only follow the fractions of a second, of which there are two (RTE 4.1.1.7). */
function timestamp(at: Instant): string {
  return `${at.slice(0, 22)}Z`;
}
