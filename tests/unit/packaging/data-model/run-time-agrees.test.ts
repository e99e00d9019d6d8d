import { Scorm12API } from 'scorm-again/scorm12/min';
import { Scorm2004API } from 'scorm-again/scorm2004/min';
import { describe, expect, test } from 'vitest';
import { elementsOf, type Access } from '#domain/packaging/data-model/element.ts';
import { modelOf } from '#domain/packaging/data-model/validate-data.ts';
import { firstOf } from './data-of.ts';
import { VALUES_12 } from './values12.ts';
import { VALUES_2004 } from './values2004.ts';

const OPTIONS = { autocommit: false, lmsCommitUrl: false, logLevel: 'NONE' } as const;

/** What must be set before an element of a record can be. */
function prepare(name: string, set: (name: string, value: string) => unknown, optional: boolean): void {
  const [, list] = name.split('.');
  if (!name.includes('.0.') || list === 'comments_from_learner') return;
  if (!name.endsWith(`${list}.0.id`)) set(`cmi.${list}.0.id`, 'premier');
  if (optional && /pattern|response/.test(name)) set(`cmi.interactions.0.type`, 'fill-in');
}

function runTime12() {
  const api = new Scorm12API(OPTIONS);
  api.lmsInitialize('');
  return {
    set: (name: string, value: string) => String(api.lmsSetValue(name, value)) === 'true',
    get: (name: string) => {
      api.lmsGetValue(name);
      return api.lmsGetLastError();
    },
  };
}

function runTime2004() {
  const api = new Scorm2004API(OPTIONS);
  api.lmsInitialize();
  return {
    set: (name: string, value: string) => String(api.lmsSetValue(name, value)) === 'true',
    get: (name: string) => {
      api.lmsGetValue(name);
      return api.lmsGetLastError();
    },
  };
}

/** How a run-time lets an element be used. */
function accessOf(make: typeof runTime12, name: string, value: string): Access {
  const writer = make();
  prepare(name, writer.set, true);
  if (!writer.set(name, value)) return 'ro';
  return writer.get(name) === '0' ? 'rw' : 'wo';
}

describe('the tables say of each element what the run-time lets an item do with it', () => {
  /**
   * Only the system makes comments and shared data: an item can neither read nor write one that is not there. `adl.nav.request`
   * is read and written by the specification (RTE 5.6.4), and by this run-time only written.
   */
  const LEFT_OUT = /comments_from_lms|^adl\./;

  test.each(elementsOf(modelOf('scorm12'), ''))('SCORM 1.2%s', (name, { access }) => {
    const { valid } = VALUES_12[name.slice(1)]!;
    expect(accessOf(runTime12, firstOf(name.slice(1)), valid[0]!)).toBe(access);
  });

  test.each(elementsOf(modelOf('scorm2004-4'), '').filter(([name]) => !LEFT_OUT.test(name.slice(1))))(
    'SCORM 2004%s',
    (name, { access }) => {
      const { valid } = VALUES_2004[name.slice(1)]!;
      expect(accessOf(runTime2004, firstOf(name.slice(1)), valid[0]!)).toBe(access);
    },
  );
});

describe('whatever the run-time lets an item write, the server takes, but for what is listed', () => {
  const takenByRunTimeAlone = (make: typeof runTime12, values: typeof VALUES_12) =>
    Object.entries(values).flatMap(([name, { invalid }]) =>
      invalid
        .filter((value) => {
          const writer = make();
          prepare(firstOf(name), writer.set, true);
          return writer.set(firstOf(name), value);
        })
        .map((value) => `${name} = ${value.length > 40 ? `${value.length} characters` : value}`),
    );

  test('in SCORM 1.2', () => {
    expect(takenByRunTimeAlone(runTime12, VALUES_12)).toEqual([]);
  });

  test('in SCORM 2004', () => {
    expect(takenByRunTimeAlone(runTime2004, VALUES_2004)).toEqual([]);
  });
});
