import { expect, test } from 'vitest';
import { guardedApi } from '#features/package-player/shell/guarded-api.ts';
import { Scorm2004API } from '#features/package-player/shell/run-time-2004.ts';

const BRANCHES = [
  'cmi',
  'cmi.score',
  'cmi.learner_preference',
  'cmi.objectives',
  'cmi.objectives.0',
  'cmi.objectives.0.score',
  'cmi.interactions.0.correct_responses.0',
  'adl.nav',
];

function guarded() {
  const engine = new Scorm2004API({ autocommit: false, lmsCommitUrl: false, logLevel: 'NONE', onLogMessage: () => {} });
  const told: string[] = [];
  const api = guardedApi(
    {
      initialize: () => engine.lmsInitialize(''),
      terminate: () => engine.lmsFinish(''),
      getValue: (name) => engine.lmsGetValue(name),
      setValue: (name, value) => engine.lmsSetValue(name, value),
      commit: () => engine.lmsCommit(''),
      getLastError: () => engine.lmsGetLastError(),
      getErrorString: (code) => engine.lmsGetErrorString(code),
      getDiagnostic: (code) => engine.lmsGetDiagnostic(code),
    },
    {
      onInitialize: () => told.push('initialize'),
      onSet: (name) => told.push(name),
      onCommit: () => told.push('commit'),
      onTerminate: () => told.push('terminate'),
    },
    'scorm2004-4',
  );
  return { api, told };
}

test.each(BRANCHES)('%s cannot be written to, and nothing below it is lost', (name) => {
  const { api } = guarded();
  api.initialize('');
  api.setValue('cmi.score.scaled', '0.5');
  expect(api.setValue(name, 'x')).toBe('false');
  expect(api.getLastError()).toBe('401');
  expect(api.getValue('cmi.score.scaled')).toBe('0.5');
  expect(api.getLastError()).toBe('0');
});

test('the shell hears of what was taken alone', () => {
  const { api, told } = guarded();
  api.setValue('cmi.location', 'avant');
  api.initialize('');
  api.setValue('cmi.location', 'ici');
  api.setValue('cmi.score.scaled', '7');
  api.commit('');
  api.terminate('');
  api.terminate('');
  expect(told).toEqual(['initialize', 'cmi.location', 'commit', 'terminate']);
});

test('what is not a text is taken for one', () => {
  const { api } = guarded();
  api.initialize('');
  expect(api.setValue('cmi.score.scaled', 0.25 as unknown as string)).toBe('true');
  expect(api.setValue(undefined as unknown as string, 'x')).toBe('false');
  expect(api.getValue('cmi.score.scaled')).toBe('0.25');
});
