import { describe, expect, test } from 'vitest';
import type { RuntimeData } from '#domain/packaging/commit.ts';
import { validateData } from '#domain/packaging/data-model/validate-data.ts';
import { CommitBody } from '#features/package-player/commit-schema.ts';
import { dataOf, firstOf } from './data-of.ts';

const body = (data: unknown) => ({
  ...{ item: 'i', launch: 1, sequence: 1, sessionSeconds: 0 },
  ...{ data, sequencing: null, objectives: {}, sharedData: {} },
});

describe('what is no element', () => {
  test.each([
    ['inconnu'],
    ['cmi.inconnu'],
    ['cmi.core.inconnu'],
    ['cmi.core._children'],
    ['cmi.__proto__'],
    ['cmi.constructor'],
    ['cmi.toString'],
    ['cmi.objectives.hasOwnProperty.id'],
    ['cmi.objectives.01.id'],
    ['cmi.objectives.-1.id'],
    ['cmi.objectives.1e3.id'],
    ['cmi.objectives.n.inconnu'],
    ['cmi.core.score.scaled'],
    ['adl.nav.request'],
  ])('%s is refused in SCORM 1.2', (name) => {
    const data = JSON.parse(JSON.stringify(dataOf(name, 'x'))) as RuntimeData;
    expect(validateData('scorm12', data)).toMatchObject({ kind: 'invalid' });
  });

  test.each([['cmi.core.lesson_status'], ['cmi.comments'], ['adl.nav.request_valid.continue'], ['adl.inconnu']])(
    '%s is refused in SCORM 2004',
    (name) => {
      expect(validateData('scorm2004-4', dataOf(name, 'x'))).toMatchObject({ kind: 'invalid' });
    },
  );

  test.each([
    ['cmi'],
    ['cmi.core'],
    ['cmi.core.score'],
    ['cmi.objectives'],
    ['cmi.objectives.n'],
    ['cmi.interactions.n.objectives'],
  ])('%s has no value of its own', (name) => {
    for (const value of ['x', 1, true, null])
      expect(validateData('scorm12', dataOf(name, value))).toMatchObject({ element: firstOf(name) });
  });

  test('a leaf holds no other elements', () => {
    expect(validateData('scorm12', dataOf('cmi.suspend_data.x', 'y'))).toMatchObject({ element: 'cmi.suspend_data' });
    expect(validateData('scorm12', dataOf('cmi.suspend_data', ['y']))).toMatchObject({ element: 'cmi.suspend_data' });
    expect(validateData('scorm12', dataOf('cmi.core.lesson_status', true))).toMatchObject({ kind: 'invalid' });
  });

  test('the name that is told is not longer than a line', () => {
    const answer = validateData('scorm12', dataOf(`cmi.${'x'.repeat(5000)}`, 'y'));
    expect(answer).toMatchObject({ element: `cmi.${'x'.repeat(196)}` });
  });
});

describe('how much there may be', () => {
  const records = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [n, { id: `o${n}` }]));

  test('2000 objectives, and not one more: the list is named, so that the rest can be sent without it', () => {
    expect(validateData('scorm12', { cmi: { objectives: records(2000) } })).toEqual({ kind: 'valid' });
    const answer = validateData('scorm12', { cmi: { objectives: records(2001) } });
    expect(answer).toEqual({ kind: 'invalid', element: 'cmi.objectives', reason: 'a plus de 2000 entrées' });
  });

  test('100 objectives of one interaction', () => {
    const interaction = (count: number) => ({
      cmi: { interactions: { '0': { id: 'i', objectives: records(count) } } },
    });
    expect(validateData('scorm2004-3', interaction(100))).toEqual({ kind: 'valid' });
    expect(validateData('scorm2004-3', interaction(101))).toMatchObject({ element: 'cmi.interactions.0.objectives' });
  });

  test('an asset says nothing', () => {
    expect(validateData('scorm12', {})).toEqual({ kind: 'valid' });
  });
});

describe('the shape of a commit', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}"x"${'}'.repeat(depth)}`;

  test('holds plain values, not too deep', () => {
    expect(CommitBody.safeParse(body({ cmi: { core: { score: { raw: 5, min: null } } } })).success).toBe(true);
    expect(CommitBody.safeParse(body(JSON.parse(nested(12)))).success).toBe(true);
    expect(CommitBody.safeParse(body(JSON.parse(nested(13)))).success).toBe(false);
    expect(CommitBody.safeParse(body(JSON.parse(nested(100_000)))).success).toBe(false);
    expect(CommitBody.safeParse(body([])).success).toBe(false);
    expect(CommitBody.safeParse(body({ cmi: () => 1 })).success).toBe(false);
  });

  test('keeps names that mean something to the language out of records', () => {
    const objective = {
      satisfied: true,
      measure: null,
      completed: null,
      progress: null,
      raw: null,
      min: null,
      max: null,
    };
    const objectives = JSON.parse(`{"__proto__":${JSON.stringify(objective)}}`) as object;
    const parsed = CommitBody.safeParse({ ...body({}), objectives });
    expect(parsed.success && Object.keys(parsed.data.objectives).length > 0).toBe(false);
    expect(({} as { satisfied?: boolean }).satisfied).toBeUndefined();
  });

  test.each([
    ['launch', 0],
    ['sequence', 1.5],
    ['sessionSeconds', -1],
    ['sessionSeconds', 40_000_000],
    ['item', ''],
    ['sequencing', 5],
    ['sharedData', { x: 1 }],
    ['objectives', { x: { satisfied: 'oui' } }],
  ])('refuses %s: %j', (name, value) => {
    expect(CommitBody.safeParse({ ...body({}), [name]: value }).success).toBe(false);
  });
});
