import { describe, expect, test, vi } from 'vitest';
import { elementsOf, type Access } from '#domain/packaging/data-model/element.ts';
import { modelOf, validateData } from '#domain/packaging/data-model/validate-data.ts';
import { firstOf } from './data-of.ts';
import { openedItem, prepare } from './run-times.ts';
import { VALUES_12 } from './values12.ts';
import { VALUES_2004 } from './values2004.ts';

const VALUES = { scorm12: VALUES_12, 'scorm2004-4': VALUES_2004 };
type Standard = keyof typeof VALUES;

/** How the run-time lets an element be used. */
function accessOf(standard: Standard, name: string, value: string): Access {
  const item = openedItem(standard);
  prepare(item, name);
  if (!item.set(name, value)) return 'ro';
  return item.canGet(name) ? 'rw' : 'wo';
}

describe('the tables say of each element what the run-time lets an item do with it', () => {
  /**
   * Only the system makes comments and shared data: an item can neither read nor write one that is not there. `adl.nav.request`
   * is read and written by the specification (RTE 5.6.4), and by this run-time only written.
   */
  const LEFT_OUT = /comments_from_lms|^\.adl/;
  const cases = (['scorm12', 'scorm2004-4'] as const).flatMap((standard) =>
    elementsOf(modelOf(standard), '')
      .filter(([name]) => !LEFT_OUT.test(name))
      .map(([name, { access }]) => ({ standard, name: name.slice(1), access })),
  );

  test.each(cases)('$name in $standard', ({ standard, name, access }) => {
    expect(accessOf(standard, firstOf(name), VALUES[standard][name]!.valid[0]!)).toBe(access);
  });
});

describe('what a run-time sends', () => {
  test('is valid when its item has said nothing yet', () => {
    for (const standard of ['scorm12', 'scorm2004-4'] as const)
      expect(validateData(standard, openedItem(standard).data())).toEqual({ kind: 'valid' });
  });

  /** By element: the values that the run-time told its item were kept, and that are no values of its type. */
  function toldAndRefused(standard: Standard): Record<string, string[]> {
    // The run-time says of three of these values that they are old.
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const found: Record<string, string[]> = {};
    for (const [name, { valid, invalid }] of Object.entries(VALUES[standard]))
      for (const value of [...valid, ...invalid]) {
        const item = openedItem(standard);
        prepare(item, firstOf(name));
        if (!item.set(firstOf(name), value) || validateData(standard, item.data()).kind === 'valid') continue;
        (found[name] ??= []).push(value.length > 40 ? `${value.length} characters` : value);
      }
    warned.mockClear();
    return found;
  }

  test('SCORM 1.2: is valid but for longer texts and durations than the specification has', () => {
    expect(toldAndRefused('scorm12')).toEqual({
      'cmi.core.session_time': ['10000:00:00'],
      'cmi.suspend_data': ['4097 characters'],
      'cmi.objectives.n.id': ['\t'],
      'cmi.interactions.n.id': ['\t'],
      'cmi.interactions.n.objectives.n.id': ['\t'],
      'cmi.interactions.n.correct_responses.n.pattern': ['256 characters'],
      'cmi.interactions.n.student_response': ['256 characters'],
      'cmi.interactions.n.latency': ['10000:00:00'],
    });
  });

  test('SCORM 2004: is valid but for durations of other forms, control characters and long descriptions', () => {
    expect(toldAndRefused('scorm2004-4')).toEqual({
      'cmi.interactions.n.id': ['a\u0007'],
      'cmi.interactions.n.objectives.n.id': ['a\u0007'],
      'cmi.interactions.n.latency': ['P', 'PT', 'PT1.5H', 'P1W'],
      'cmi.interactions.n.description': ['4001 characters', '4010 characters'],
      'cmi.objectives.n.id': ['a\u0007'],
      'cmi.objectives.n.description': ['4001 characters', '4010 characters'],
      'cmi.session_time': ['P', 'PT', 'PT1.5H', 'P1W'],
    });
  });
});
