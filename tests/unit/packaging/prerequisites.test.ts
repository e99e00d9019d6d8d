import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prerequisitesMet, type Progress } from '#domain/packaging/prerequisites.ts';

/** One item of each kind; `absent` is in no plan, `untouched` has said nothing. */
const STATES: Record<string, Progress> = {
  passed: { completion: 'completed', success: 'passed' },
  completed: { completion: 'completed', success: 'unknown' },
  failed: { completion: 'completed', success: 'failed' },
  begun: { completion: 'incomplete', success: 'unknown' },
};
const ITEMS = [...Object.keys(STATES), 'untouched'];
const isMet = (script: string | null): boolean =>
  prerequisitesMet(script, (name) => (ITEMS.includes(name) ? STATES[name] : null));

describe('prerequisites', () => {
  it.each<[string | null, boolean]>([
    [null, true],
    ['', true],
    ['  \n', true],
    ['passed', true],
    ['completed', true],
    ['failed', false],
    ['begun', false],
    ['untouched', false],
    ['passed & completed', true],
    ['passed&begun', false],
    ['begun | completed', true],
    ['begun | untouched', false],
    // What binds is `&`, whichever comes first.
    ['passed | passed & begun', true],
    ['begun & passed | passed', true],
    ['(passed | passed) & begun', false],
    ['~begun', true],
    ['~passed | begun', false],
    ['~(begun | passed)', false],
    ['~~passed', true],
    ['failed = "failed"', true],
    ['failed = failed', true],
    ['FAILED = "FAILED"', true],
    ['failed = "f"', true],
    ['passed = P', true],
    ['completed = "passed"', false],
    ['begun = "incomplete"', true],
    ['untouched = "not attempted"', true],
    ['untouched = n', true],
    ['passed <> "failed"', true],
    ['failed <> "failed"', false],
    ['~failed = "failed"', false],
    ['2*{passed, completed, begun}', true],
    ['3 * {passed,completed,begun}', false],
    ['1*{begun | passed, untouched}', true],
    ['0*{begun}', true],
    ['begun | 1*{passed} & completed', true],
  ])('%s', (script, expected) => {
    expect(isMet(script)).toBe(expected);
  });

  it.each([
    'begun &',
    '& begun',
    'begun begun',
    '(begun',
    'begun)',
    '2*{begun',
    '2*begun',
    'many*{begun}',
    '1.5*{begun}',
    'begun =',
    'begun = "finished"',
    'begun <> ',
    '*{begun}',
    '{begun}',
    'absent',
    'begun & absent',
    'absent = "passed"',
    '"begun"',
  ])('nobody is kept out by what cannot be read: %s', (script) => {
    expect(isMet(script)).toBe(true);
  });

  it('answers as the script says, however it is written', () => {
    fc.assert(
      fc.property(anyScript, ({ text, value }) => {
        expect(isMet(text)).toBe(value);
      }),
    );
  });

  it('answers something to any text', () => {
    const words = fc.constantFrom(
      ...ITEMS,
      'absent',
      '&',
      '|',
      '~',
      '(',
      ')',
      '=',
      '<>',
      '{',
      '}',
      ',',
      '*',
      '2',
      '"p"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((some) => some.join(' ')),
        ),
        (text) => {
          expect(typeof isMet(text)).toBe('boolean');
        },
      ),
    );
  });
});

interface Script {
  text: string;
  value: boolean;
}

const CODES: Record<string, string> = {
  passed: 'passed',
  completed: 'completed',
  failed: 'failed',
  begun: 'incomplete',
  untouched: 'not attempted',
};
const DONE = new Set(['passed', 'completed']);
const blank = fc.constantFrom('', ' ', '  ');

const leaf: fc.Arbitrary<Script> = fc.oneof(
  fc.constantFrom(...ITEMS).map((text) => ({ text, value: DONE.has(text) })),
  fc
    .tuple(fc.constantFrom(...ITEMS), fc.constantFrom('=', '<>'), fc.constantFrom(...Object.values(CODES)), blank)
    .map(([item, sign, status, space]) => ({
      text: `${item}${space}${sign}${space}"${status}"`,
      value: (CODES[item] === status) === (sign === '='),
    })),
);

/** Scripts with what they are worth, said while they are made: every part stands in parentheses of its own. */
const { anyScript } = fc.letrec<{ anyScript: Script }>((tie) => ({
  anyScript: fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie('anyScript').map(({ text, value }) => ({ text: `~(${text})`, value: !value })),
    fc.tuple(tie('anyScript'), tie('anyScript'), fc.constantFrom('&', '|'), blank).map(([one, other, sign, space]) => ({
      text: `(${one.text})${space}${sign}${space}(${other.text})`,
      value: sign === '&' ? one.value && other.value : one.value || other.value,
    })),
    fc.tuple(fc.array(tie('anyScript'), { minLength: 1, maxLength: 4 }), fc.nat(4)).map(([some, needed]) => ({
      text: `${needed}*{${some.map(({ text }) => text).join(', ')}}`,
      value: some.filter(({ value }) => value).length >= needed,
    })),
  ),
}));
