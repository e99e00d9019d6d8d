import { describe, expect, test } from 'vitest';
import { beginModule } from '#features/learning/begin-module.ts';
import { loadLessonPage } from '#features/learning/load-lesson-page.ts';
import { orderElements } from '#features/learning/order-elements.ts';
import { sortElements } from '#features/learning/sort-elements.ts';
import { actAt } from '#tests/support/learner.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { aminaAndOneModule, everythingWritten } from './scene.ts';

const sorting = { code: 'm1', block: 'quel-texte' };
const ordering = { code: 'm1', block: 'premiers-gestes' };
const RIGHT_GROUPS = { e1: 1, e2: 0, e3: 1 };
const RIGHT_ORDER = { e2: 0, e3: 1, e1: 2 };

async function begun() {
  const scene = await aminaAndOneModule();
  await beginModule(scene.db, actAt('10:00'), { code: 'm1' });
  const show = async () => {
    const result = await loadLessonPage(scene.db, actAt('10:20'), { code: 'm1', number: '2', isVisit: false });
    return JSON.stringify(result);
  };
  return { ...scene, show };
}

describe('« Classer »', () => {
  test('is graded by the server, which then explains every element', async () => {
    const { db } = await begun();
    expect(await sortElements(db, actAt('10:05'), { ...sorting, places: { ...RIGHT_GROUPS, e3: 0 } })).toEqual({
      outcome: 'answered',
      lessonNumber: 2,
      answer: {
        places: { e1: 1, e2: 0, e3: 0 },
        isRight: false,
        verdict: '2\u00a0éléments bien placés sur 3.',
        feedback: [
          { id: 'e1', isRight: true, place: 1, explanation: 'EXPLICATION-F' },
          { id: 'e2', isRight: true, place: 0, explanation: 'EXPLICATION-G' },
          { id: 'e3', isRight: false, place: 1, explanation: 'EXPLICATION-H' },
        ],
      },
    });
    expect(await db.selectFrom('exercise_answer').select(['block_id', 'answer']).execute()).toEqual([
      { block_id: 'quel-texte', answer: '{"places":{"e1":1,"e2":0,"e3":0}}' },
    ]);
  });

  test('all in its group is right', async () => {
    const { db } = await begun();
    const result = await sortElements(db, actAt('10:05'), { ...sorting, places: RIGHT_GROUPS });
    expect(result).toMatchObject({ answer: { isRight: true, verdict: 'Tout est à sa place.' } });
  });

  test('answered twice alike, in any order of its fields, changes nothing', async () => {
    const { db } = await begun();
    await sortElements(db, actAt('10:05'), { ...sorting, places: { e1: 1, e2: 0, e3: 1 } });
    const before = await everythingWritten(db);
    await sortElements(db, actAt('10:06'), { ...sorting, places: { e3: 1, e2: 0, e1: 1 } });
    expect(await everythingWritten(db)).toEqual(before);
  });

  test.each([
    ['an element has no group', { ...sorting, places: { e1: 1, e2: 0 } }, 'incomplete'],
    ['a group does not exist', { ...sorting, places: { ...RIGHT_GROUPS, e3: 2 } }, 'no-such-choice'],
    ['an element does not exist', { ...sorting, places: { ...RIGHT_GROUPS, e9: 0 } }, 'no-such-choice'],
    ['the exercise is another one', { ...ordering, places: RIGHT_GROUPS }, 'no-such-exercise'],
    ['the page showed another edition', { ...sorting, edition: 2, places: RIGHT_GROUPS }, 'other-edition'],
  ])('is refused when %s', async (_title, input, outcome) => {
    const { db } = await begun();
    expect(await sortElements(db, actAt('10:05'), input)).toMatchObject({ outcome });
    expect(await db.selectFrom('exercise_answer').selectAll().execute()).toEqual([]);
  });
});

describe('« Ordonner »', () => {
  test('is graded place by place, in the order shown', async () => {
    const { db } = await begun();
    expect(await orderElements(db, actAt('10:05'), { ...ordering, places: { e1: 0, e2: 1, e3: 2 } })).toMatchObject({
      outcome: 'answered',
      answer: {
        isRight: false,
        verdict: '0\u00a0élément bien placé sur 3.',
        feedback: [
          { id: 'e1', place: 2, explanation: 'EXPLICATION-K' },
          { id: 'e2', place: 0, explanation: 'EXPLICATION-I' },
          { id: 'e3', place: 1, explanation: 'EXPLICATION-J' },
        ],
      },
    });
  });

  test('the right order is right, twice in a row too', async () => {
    const { db } = await begun();
    await orderElements(db, actAt('10:05'), { ...ordering, places: RIGHT_ORDER });
    const before = await everythingWritten(db);
    const again = await orderElements(db, actAt('10:06'), { ...ordering, places: RIGHT_ORDER });
    expect(again).toMatchObject({ outcome: 'answered', answer: { isRight: true } });
    expect(await everythingWritten(db)).toEqual(before);
  });

  test('the same place given twice, as a plain form may, is graded as it is', async () => {
    const { db } = await begun();
    const result = await orderElements(db, actAt('10:05'), { ...ordering, places: { e1: 0, e2: 0, e3: 1 } });
    expect(result).toMatchObject({ answer: { isRight: false, verdict: '2\u00a0éléments bien placés sur 3.' } });
  });

  test.each([
    ['an element has no place', { ...ordering, places: { e1: 0 } }, 'incomplete'],
    ['a place does not exist', { ...ordering, places: { ...RIGHT_ORDER, e1: 3 } }, 'no-such-choice'],
    ['the exercise is another one', { ...sorting, places: RIGHT_ORDER }, 'no-such-exercise'],
  ])('is refused when %s', async (_title, input, outcome) => {
    const { db } = await begun();
    expect(await orderElements(db, actAt('10:05'), input)).toMatchObject({ outcome });
    expect(await db.selectFrom('exercise_answer').selectAll().execute()).toEqual([]);
  });

  test('is refused in a module not begun', async () => {
    const { db } = await aminaAndOneModule();
    expect(await orderElements(db, actAt('10:05'), { ...ordering, places: RIGHT_ORDER })).toEqual({
      outcome: 'not-begun',
    });
  });
});

describe('the page', () => {
  test('shows the elements of an « Ordonner » in the order that says nothing', async () => {
    const { show } = await begun();
    expect(await show()).toMatch(/Orienter\..*Mettre à l’abri\..*Écouter\./);
  });

  test('explains the exercise answered, and no other', async () => {
    const { db, show } = await begun();
    expect(await show()).not.toMatch(/EXPLICATION|"place"/);
    await sortElements(db, actAt('10:05'), { ...sorting, places: RIGHT_GROUPS });
    expect(await show()).toMatch(/EXPLICATION-F.*EXPLICATION-G.*EXPLICATION-H/);
    expect(await show()).not.toMatch(/EXPLICATION-[A-EIJK]/);
  });

  test('shows no answer where a correction has added an element since', async () => {
    const { db, show } = await begun();
    await orderElements(db, actAt('10:05'), { ...ordering, places: RIGHT_ORDER });
    const changed = JSON.parse(
      JSON.stringify(smallModule())
        .replace('"shownOrder":["e1"', '"shownOrder":["e4","e1"')
        .replace(
          '{"id":"e2","html":"Mettre',
          '{"id":"e4","html":"Alerter.","explanation":"EXPLICATION-L"},{"id":"e2","html":"Mettre',
        ),
    );
    await insertPublishedModule(db, changed, { revision: 2 });
    expect(await show()).toContain('Alerter.');
    expect(await show()).not.toMatch(/EXPLICATION-[I-L]/);
  });
});
