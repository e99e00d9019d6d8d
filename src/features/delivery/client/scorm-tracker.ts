import { openScormApi, type ScormApi } from './scorm-api.ts';
import { SCORM_WORDS, type ScormWords, type Values } from './scorm-values.ts';
import type { LessonReport, Tracker } from './tracker.ts';

/** Tells a system that speaks SCORM; null when there is none above this page. */
export function scormTracker(standard: 'scorm12' | 'scorm2004'): Tracker | null {
  const api = openScormApi(standard);
  if (!api) return null;
  const words = SCORM_WORDS[standard];
  const tellLessons = lessonTeller(api, words);
  let interactions = countOf(api, 'cmi.interactions');
  let isOver = false;

  const report: Tracker['report'] = (said) => {
    if (isOver) return false;
    tellLessons(said.lessons);
    const isTaken = setAll(api, '', words.report(said));
    return api.commit() && isTaken;
  };
  return {
    name: 'lms',
    resume() {
      // Nothing is there the first time, and to ask for it is an error in SCORM 2004 (RTE 3.1.7.4, code 403).
      if (api.get(words.entry) === 'ab-initio') return { suspendData: '', location: '' };
      return { suspendData: api.get('cmi.suspend_data'), location: api.get(words.location) };
    },
    report,
    answer(interaction) {
      if (isOver) return;
      setAll(api, `cmi.interactions.${interactions}.`, words.interaction(interaction));
      interactions += 1;
    },
    end(said) {
      if (isOver) return;
      void report(said);
      isOver = true;
      api.terminate();
    },
  };
}

/** Tells of each lesson, as an objective, when that has changed; a system that keeps no objectives loses nothing else. */
function lessonTeller(api: ScormApi, { objective }: ScormWords): (lessons: readonly LessonReport[]) => void {
  const places = new Map<string, number>();
  for (let place = 0; place < countOf(api, 'cmi.objectives'); place += 1)
    places.set(api.get(`cmi.objectives.${place}.id`), place);
  const told = new Map<string, boolean>();
  return (lessons) => {
    for (const lesson of lessons.filter(({ slug, isRead }) => told.get(slug) !== isRead)) {
      const known = places.get(lesson.slug);
      const place = known ?? places.size;
      if (known === undefined && !api.set(`cmi.objectives.${place}.id`, lesson.slug)) return;
      places.set(lesson.slug, place);
      setAll(api, `cmi.objectives.${place}.`, objective(lesson));
      told.set(lesson.slug, lesson.isRead);
    }
  };
}

function countOf(api: ScormApi, list: string): number {
  return Number(api.get(`${list}._count`)) || 0;
}

/** Sets them all, whatever becomes of each; false when one was refused. */
function setAll(api: ScormApi, before: string, values: Values): boolean {
  return values.map(([name, value]) => api.set(before + name, value)).every(Boolean);
}
