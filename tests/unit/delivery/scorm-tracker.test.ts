import { afterEach, expect, test, vi } from 'vitest';
import { parseInstant } from '#domain/time/instant.ts';
import { scormTracker } from '#features/delivery/client/scorm-tracker.ts';
import type { Interaction, Report } from '#features/delivery/client/tracker.ts';

afterEach(() => vi.unstubAllGlobals());

/** A system that keeps what it is given, and refuses what it was told to. */
function system(kept: Record<string, string> = {}, refused = /^$/) {
  const said: string[] = [];
  const asked: string[] = [];
  const api = {
    Initialize: () => 'true',
    GetValue: (name: string) => {
      asked.push(name);
      return kept[name] ?? '';
    },
    SetValue: (name: string, value: string) => {
      if (refused.test(name)) return 'false';
      said.push(name);
      kept[name] = value;
      return 'true';
    },
    Commit: () => 'true',
    Terminate: () => said.push('Terminate'),
  };
  vi.stubGlobal('window', framed({ API_1484_11: api }));
  return { kept, said, asked };
}

/** A frame of a page that has these. */
function framed(globals: object) {
  const top: Record<string, unknown> = { ...globals };
  top.parent = top;
  return { parent: top };
}

const lessons = (isRead: boolean) => [
  { slug: '01-un', title: 'Un', isRead },
  { slug: '02-deux', title: 'Deux', isRead: false },
];
const said = (isRead: boolean): Report => ({
  location: 'lecon-1',
  suspendData: '2',
  lessons: lessons(isRead),
  progress: 0,
  isComplete: false,
  isPassed: false,
  score: null,
  latestScore: null,
  seconds: 3,
});
const answer: Interaction = {
  id: 'e01',
  description: '',
  lesson: '01-un',
  isMultiple: false,
  chosen: ['c1'],
  right: ['c1'],
  isRight: true,
  at: parseInstant('2026-11-23T09:00:00Z'),
  latency: 4,
};

test('each lesson is an objective, told again only when it changes', () => {
  const { kept, said: names } = system();
  const tracker = scormTracker('scorm2004')!;
  expect(tracker.report(said(false))).toBe(true);
  expect(kept).toMatchObject({
    'cmi.objectives.0.id': '01-un',
    'cmi.objectives.1.completion_status': 'not attempted',
  });
  names.length = 0;
  tracker.report(said(true));
  expect(names.filter((name) => name.startsWith('cmi.objectives'))).toEqual([
    'cmi.objectives.0.completion_status',
    'cmi.objectives.0.description',
  ]);
  expect(kept['cmi.objectives.0.completion_status']).toBe('completed');
});

test('what a system kept is gone on with: the same objectives, interactions after the last', () => {
  const { kept, said: names } = system({
    'cmi.objectives._count': '1',
    'cmi.objectives.0.id': '02-deux',
    'cmi.interactions._count': '7',
  });
  const tracker = scormTracker('scorm2004')!;
  tracker.report(said(true));
  expect(names).not.toContain('cmi.objectives.0.id');
  expect(kept).toMatchObject({ 'cmi.objectives.1.id': '01-un', 'cmi.objectives.1.completion_status': 'completed' });
  tracker.answer(answer);
  tracker.answer(answer);
  expect(kept).toMatchObject({ 'cmi.interactions.7.id': 'e01', 'cmi.interactions.8.result': 'correct' });
});

test('a system without objectives takes the rest; one that refuses the rest has not taken it', () => {
  system({}, /objectives/);
  expect(scormTracker('scorm2004')!.report(said(true))).toBe(true);
  system({}, /suspend_data/);
  expect(scormTracker('scorm2004')!.report(said(true))).toBe(false);
});

test('what was kept is asked for, but the first time, when there is nothing', () => {
  system({ 'cmi.entry': 'resume', 'cmi.suspend_data': '2|x', 'cmi.location': 'lecon-3' });
  expect(scormTracker('scorm2004')!.resume()).toEqual({ suspendData: '2|x', location: 'lecon-3' });
  const { asked } = system({ 'cmi.entry': 'ab-initio' });
  expect(scormTracker('scorm2004')!.resume()).toEqual({ suspendData: '', location: '' });
  expect(asked).not.toContain('cmi.suspend_data');
});

test('once it has ended nothing more is said', () => {
  const { said: names } = system();
  const tracker = scormTracker('scorm2004')!;
  tracker.end(said(true));
  tracker.end(said(true));
  tracker.answer(answer);
  expect(tracker.report(said(true))).toBe(false);
  expect(names.filter((name) => name === 'Terminate')).toHaveLength(1);
  expect(names.at(-1)).toBe('Terminate');
});

test('without a system above the page there is no tracker', () => {
  vi.stubGlobal('window', framed({}));
  expect(scormTracker('scorm12')).toBeNull();
});
