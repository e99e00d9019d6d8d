import { describe, expect, test } from 'vitest';
import { answerExercise } from '#features/learning/answer-exercise.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { chooseOption } from '#features/learning/choose-option.ts';
import { restartSituation } from '#features/learning/restart-situation.ts';
import { actAt } from '#tests/support/learner.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { aminaAndOneModule, everythingWritten } from './scene.ts';

async function begun() {
  const scene = await aminaAndOneModule();
  await beginModule(scene.db, actAt('10:00'), { code: 'm1' });
  return scene;
}

const one = { code: 'm1', block: 'une-seule' };
const several = { code: 'm1', block: 'plusieurs' };
const situation = { code: 'm1', block: 'retour' };

describe('a formative question', () => {
  test('is graded by the server, which then gives every explanation', async () => {
    const { db } = await begun();
    expect(await answerExercise(db, actAt('10:05'), { ...one, choices: ['c2'] })).toEqual({
      outcome: 'answered',
      lessonNumber: 2,
      answer: {
        chosen: ['c2'],
        isRight: true,
        verdict: 'Bonne réponse.',
        feedback: [
          { id: 'c1', isRight: false, explanation: 'EXPLICATION-A' },
          { id: 'c2', isRight: true, explanation: 'EXPLICATION-B' },
        ],
      },
    });
    expect(await db.selectFrom('exercise_answer').select(['block_id', 'answer']).execute()).toEqual([
      { block_id: 'une-seule', answer: '{"choices":["c2"]}' },
    ]);
  });

  test.each([
    [['c1', 'c2'], true, 'Bonne réponse\u00a0: 2\u00a0bonnes réponses trouvées sur 2.'],
    [['c2'], false, '1\u00a0bonne réponse trouvée sur 2.'],
    [['c1', 'c2', 'c3'], false, '2\u00a0bonnes réponses trouvées sur 2, et 1\u00a0choix à écarter.'],
    [['c3'], false, '0\u00a0bonne réponse trouvée sur 2, et 1\u00a0choix à écarter.'],
  ])('with several right answers is right as a whole: %j', async (choices, isRight, verdict) => {
    const { db } = await begun();
    expect(await answerExercise(db, actAt('10:05'), { ...several, choices })).toMatchObject({
      answer: { isRight, verdict },
    });
  });

  test('can be answered again; the last answer stands', async () => {
    const { db } = await begun();
    await answerExercise(db, actAt('10:05'), { ...one, choices: ['c1'] });
    await answerExercise(db, actAt('10:06'), { ...one, choices: ['c2'] });
    expect(await db.selectFrom('exercise_answer').select('answer').execute()).toEqual([
      { answer: '{"choices":["c2"]}' },
    ]);
  });

  test('answered twice alike changes nothing', async () => {
    const { db } = await begun();
    await answerExercise(db, actAt('10:05'), { ...several, choices: ['c1', 'c3'] });
    const before = await everythingWritten(db);
    await answerExercise(db, actAt('10:06'), { ...several, choices: ['c3', 'c1', 'c1'] });
    expect(await everythingWritten(db)).toEqual(before);
  });

  test.each([
    ['nothing is chosen', { ...one, choices: [] }, 'nothing-chosen'],
    ['a choice does not exist', { ...one, choices: ['c9'] }, 'no-such-choice'],
    ['two are chosen where one is asked', { ...one, choices: ['c1', 'c2'] }, 'no-such-choice'],
    ['the exercise does not exist', { ...one, block: 'rien', choices: ['c1'] }, 'no-such-exercise'],
    ['the exercise is a case', { ...one, block: 'retour', choices: ['o1'] }, 'no-such-exercise'],
    ['the module does not exist', { ...one, code: 'm9', choices: ['c1'] }, 'no-such-module'],
    ['the page showed another edition', { ...one, edition: 2, choices: ['c1'] }, 'other-edition'],
  ])('is refused when %s', async (_title, input, outcome) => {
    const { db } = await begun();
    expect(await answerExercise(db, actAt('10:05'), input)).toMatchObject({ outcome });
    expect(await db.selectFrom('exercise_answer').selectAll().execute()).toEqual([]);
  });

  test('is refused in a module not begun', async () => {
    const { db } = await aminaAndOneModule();
    expect(await answerExercise(db, actAt('10:05'), { ...one, choices: ['c1'] })).toEqual({ outcome: 'not-begun' });
  });
});

describe('a case', () => {
  test('gives the consequence of a choice and the scene it leads to, nothing of the others', async () => {
    const { db } = await begun();
    const result = await chooseOption(db, actAt('10:05'), { ...situation, scene: 'debut', option: 'o2' });
    expect(result).toMatchObject({
      outcome: 'chosen',
      lessonNumber: 2,
      view: {
        walked: [{ verdict: 'risque', consequence: 'CONSEQUENCE-2' }],
        current: { id: 'rumeur', options: [] },
        isOver: true,
      },
    });
    expect(JSON.stringify(result)).not.toMatch(/CONSEQUENCE-[13]|SCENE-ECOUTE/);
    expect(await db.selectFrom('exercise_answer').select('answer').execute()).toEqual([
      { answer: '{"path":[{"scene":"debut","option":"o2"}]}' },
    ]);
  });

  test('ends with an option that leads nowhere', async () => {
    const { db } = await begun();
    await chooseOption(db, actAt('10:05'), { ...situation, scene: 'debut', option: 'o1' });
    const end = await chooseOption(db, actAt('10:06'), { ...situation, scene: 'ecoute', option: 'o1' });
    expect(end).toMatchObject({ view: { walked: [{}, {}], current: null, isOver: true } });
  });

  test('keeps the first choice of a scene, sent twice or changed in an old page', async () => {
    const { db } = await begun();
    await chooseOption(db, actAt('10:05'), { ...situation, scene: 'debut', option: 'o1' });
    const before = await everythingWritten(db);
    for (const option of ['o1', 'o2']) {
      const again = await chooseOption(db, actAt('10:06'), { ...situation, scene: 'debut', option });
      expect(again).toMatchObject({ outcome: 'already-chosen', view: { current: { id: 'ecoute' } } });
    }
    expect(await everythingWritten(db)).toEqual(before);
  });

  test.each([
    ['the scene is not reached', { ...situation, scene: 'ecoute', option: 'o1' }, 'no-such-option'],
    ['the option does not exist', { ...situation, scene: 'debut', option: 'o9' }, 'no-such-option'],
    ['the case does not exist', { ...situation, block: 'rien', scene: 'debut', option: 'o1' }, 'no-such-exercise'],
    ['the page showed another edition', { ...situation, edition: 2, scene: 'debut', option: 'o1' }, 'other-edition'],
  ])('is refused when %s', async (_title, input, outcome) => {
    const { db } = await begun();
    expect(await chooseOption(db, actAt('10:05'), input)).toMatchObject({ outcome });
    expect(await db.selectFrom('exercise_answer').selectAll().execute()).toEqual([]);
  });

  test('can be restarted, once or twice', async () => {
    const { db } = await begun();
    await chooseOption(db, actAt('10:05'), { ...situation, scene: 'debut', option: 'o2' });
    expect(await restartSituation(db, actAt('10:06'), situation)).toMatchObject({
      outcome: 'restarted',
      view: { walked: [], current: { id: 'debut' }, isOver: false },
    });
    expect(await restartSituation(db, actAt('10:07'), situation)).toMatchObject({ outcome: 'at-start' });
    expect(await db.selectFrom('exercise_answer').selectAll().execute()).toEqual([]);
  });

  test('is not restarted where there is none, nor in a module not begun', async () => {
    const { db } = await aminaAndOneModule();
    expect(await restartSituation(db, actAt('10:05'), situation)).toEqual({ outcome: 'not-begun' });
    await beginModule(db, actAt('10:06'), { code: 'm1' });
    expect(await restartSituation(db, actAt('10:07'), one)).toEqual({ outcome: 'no-such-exercise' });
  });

  test('starts again where a correction changed the path taken', async () => {
    const { db } = await begun();
    await chooseOption(db, actAt('10:05'), { ...situation, scene: 'debut', option: 'o2' });
    const changed = JSON.parse(JSON.stringify(smallModule()).replace('"o2"', '"o3"'));
    await insertPublishedModule(db, changed, { revision: 2 });
    const result = await chooseOption(db, actAt('10:06'), { ...situation, scene: 'debut', option: 'o1' });
    expect(result).toMatchObject({ outcome: 'chosen', view: { walked: [{ consequence: 'CONSEQUENCE-1' }] } });
  });
});
