import { findApi, interval, timespan, type Interaction, type Report, type Tracker } from './tracker.ts';

interface Words {
  api: string;
  initialize: string;
  terminate: string;
  get: string;
  set: string;
  commit: string;
  location: string;
}

const WORDS: Record<'scorm12' | 'scorm2004', Words> = {
  scorm12: {
    api: 'API',
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    location: 'cmi.core.lesson_location',
  },
  scorm2004: {
    api: 'API_1484_11',
    initialize: 'Initialize',
    terminate: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    location: 'cmi.location',
  },
};

/** Tells a system that speaks SCORM; null when there is none above this page. */
export function scormTracker(standard: 'scorm12' | 'scorm2004'): Tracker | null {
  const words = WORDS[standard];
  const api = findApi(words.api);
  if (!api || String(api[words.initialize]!('')) !== 'true') return null;
  const get = (name: string) => String(api[words.get]!(name));
  const set = (name: string, value: string) => String(api[words.set]!(name, value)) === 'true';
  let interactions = Number(get('cmi.interactions._count')) || 0;
  let isOver = false;

  const report = (said: Report): boolean => {
    if (isOver) return false;
    const values = standard === 'scorm12' ? values12(said) : values2004(said);
    const isTaken = values.map(([name, value]) => set(name, value)).every(Boolean);
    return String(api[words.commit]!('')) === 'true' && isTaken;
  };
  return {
    name: 'lms',
    resume: () => ({ suspendData: get('cmi.suspend_data'), location: get(words.location) }),
    report,
    answer(interaction) {
      if (isOver) return;
      const values = standard === 'scorm12' ? interaction12(interaction) : interaction2004(interaction);
      for (const [name, value] of values) set(`cmi.interactions.${interactions}.${name}`, value);
      interactions += 1;
    },
    end(said) {
      if (isOver) return;
      report(said);
      isOver = true;
      api[words.terminate]!('');
    },
  };
}

type Values = [name: string, value: string][];

/** One status says both in SCORM 1.2: it is passed once everything is done, and until then nothing is decided. */
function values12(said: Report): Values {
  return [
    ['cmi.core.lesson_location', said.location],
    ['cmi.suspend_data', said.suspendData],
    ...(said.score === null
      ? []
      : ([
          ['cmi.core.score.min', '0'],
          ['cmi.core.score.max', '100'],
          ['cmi.core.score.raw', String(said.score)],
        ] satisfies Values)),
    ['cmi.core.lesson_status', said.isComplete ? 'passed' : 'incomplete'],
    ['cmi.core.session_time', timespan(said.seconds)],
    ['cmi.core.exit', 'suspend'],
  ];
}

function values2004(said: Report): Values {
  return [
    ['cmi.location', said.location],
    ['cmi.suspend_data', said.suspendData],
    ['cmi.progress_measure', said.progress.toFixed(4)],
    ...(said.score === null
      ? []
      : ([
          ['cmi.score.min', '0'],
          ['cmi.score.max', '100'],
          ['cmi.score.raw', String(said.score)],
          ['cmi.score.scaled', (said.score / 100).toFixed(2)],
        ] satisfies Values)),
    ['cmi.completion_status', said.isComplete ? 'completed' : 'incomplete'],
    ['cmi.success_status', said.isPassed ? 'passed' : said.score === null ? 'unknown' : 'failed'],
    ['cmi.session_time', interval(said.seconds)],
    ['cmi.exit', 'suspend'],
  ];
}

function interaction12({ id, chosen, isRight, latency }: Interaction): Values {
  return [
    ['id', id],
    ['type', 'choice'],
    ['student_response', chosen.map(letterOf).join(',')],
    ['result', isRight ? 'correct' : 'wrong'],
    ['weighting', '1'],
    ['latency', timespan(latency)],
  ];
}

/** A choice is one letter or digit in SCORM 1.2 (RTE 3.4.4). */
function letterOf(choice: string): string {
  return Number(choice.replace(/^c/, '')).toString(36).slice(0, 1);
}

function interaction2004({ id, chosen, isRight, latency }: Interaction): Values {
  return [
    ['id', id],
    ['type', 'choice'],
    ['learner_response', chosen.join('[,]')],
    ['result', isRight ? 'correct' : 'incorrect'],
    ['weighting', '1'],
    ['latency', interval(latency)],
  ];
}
