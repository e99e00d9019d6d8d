import { describe, expect, test } from 'vitest';
import { guardedApi, type RuntimeFunctions } from '#features/package-player/shell/guarded-api.ts';

/** A run-time that takes every value of every name. */
function takingAll(): { runtime: RuntimeFunctions; values: Map<string, string> } {
  const values = new Map<string, string>();
  const runtime: RuntimeFunctions = {
    initialize: () => 'true',
    terminate: () => 'true',
    getValue: (name) => values.get(name) ?? '',
    setValue: (name, value) => {
      values.set(name, value);
      return 'true';
    },
    commit: () => 'true',
    getLastError: () => '0',
    getErrorString: () => '',
    getDiagnostic: () => '',
  };
  return { runtime, values };
}

function guarded(standard: 'scorm12' | 'scorm2004-4') {
  const { runtime, values } = takingAll();
  const told: string[] = [];
  const events = {
    onInitialize: () => told.push('initialize'),
    onSet: (name: string) => told.push(name),
    onCommit: () => told.push('commit'),
    onTerminate: () => told.push('terminate'),
  };
  return { api: guardedApi(runtime, events, standard), values, told };
}

describe.each([
  ['scorm12', '201', '405', 'cmi.suspend_data', 4096],
  ['scorm2004-4', '401', '406', 'cmi.suspend_data', 64_000],
] as const)('%s', (standard, noElement, noValue, name, length) => {
  test.each(['cmi', 'cmi.objectives', 'cmi.interactions.0', 'cmi.score', 'cmi.interactions.2.objectives'])(
    '%s is no element, and nothing replaces it',
    (branch) => {
      const { api, values, told } = guarded(standard);
      expect(api.setValue(branch, 'x')).toBe('false');
      expect(api.getLastError()).toBe(noElement);
      expect([...values, ...told]).toEqual([]);
    },
  );

  test('a value that the server would refuse is refused, and the one before it stays', () => {
    const { api, values, told } = guarded(standard);
    expect(api.setValue(name, 'a'.repeat(length))).toBe('true');
    expect(api.setValue(name, 'a'.repeat(length + 1))).toBe('false');
    expect(api.getLastError()).toBe(noValue);
    expect(values.get(name)).toHaveLength(length);
    expect(told).toEqual([name]);
    api.getValue(name);
    expect(api.getLastError()).toBe('0');
  });

  test('what is done is told, and nothing else', () => {
    const { api, told } = guarded(standard);
    api.initialize('');
    api.setValue('cmi.interactions.3.id', 'q1');
    api.commit('');
    api.terminate('');
    expect(told).toEqual(['initialize', 'cmi.interactions.3.id', 'commit', 'terminate']);
  });
});
