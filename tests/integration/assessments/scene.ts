import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { amina, bruno } from '#db/seeds/cast.ts';
import type { CompiledModule, PoolQuestion } from '#domain/module/compiled-module.ts';
import { answerQuestion } from '#features/assessments/answer-question.ts';
import { openAttempt } from '#features/assessments/open-attempt.ts';
import { listDrawnQuestions } from '#features/assessments/queries.ts';
import { newId } from '#platform/ids.ts';
import { actAt, admit } from '#tests/support/learner.ts';
import { insertPublishedModule, smallModule } from '#tests/support/published-module.ts';
import { testDatabase } from '#tests/support/test-database.ts';

/** What no page may show before the answers are in. */
export const EXPLANATION = 'EXPLICATION-SECRETE';

/** Amina, Bruno, and a module whose six questions are drawn two at a time; each is right with `c2`, the last with `c1` and `c3`. */
export async function aModuleToAssess(
  change: Partial<CompiledModule> = {},
): Promise<{ db: Kysely<Database>; versionId: string }> {
  const db = await testDatabase();
  for (const member of [amina, bruno]) await admit(db, member);
  return { db, versionId: await insertPublishedModule(db, assessedModule(change)) };
}

export function assessedModule(change: Partial<CompiledModule> = {}): CompiledModule {
  return smallModule({
    passMark: 50,
    drawSize: 2,
    pool: [
      ...['e1', 'e2', 'e3'].map((id) => poolQuestion(id, '01-reperer')),
      ...['e4', 'e5'].map((id) => poolQuestion(id, '02-orienter')),
      { ...poolQuestion('e6', '02-orienter', ['c1', 'c3']), isMultiple: true },
    ],
    ...change,
  });
}

export function poolQuestion(id: string, lesson: string, right = ['c2']): PoolQuestion {
  const choices = ['c1', 'c2', 'c3'].map((choice) => ({
    id: choice,
    html: `Choix ${choice} de ${id}`,
    isRight: right.includes(choice),
    explanation: `${EXPLANATION} ${id} ${choice}`,
  }));
  return { id, html: `<p>Énoncé de ${id}</p>`, isMultiple: false, choices, lesson, level: 'savoir' };
}

export const rightChoices = (questionId: string): string[] => (questionId === 'e6' ? ['c1', 'c3'] : ['c2']);

/** Opens an attempt of Amina's; returns its id and its questions in order. */
export async function opened(
  db: Kysely<Database>,
  time = '10:00',
): Promise<{ attemptId: string; questionIds: string[] }> {
  const result = await openAttempt(db, actAt(time), { code: 'm1', attemptId: newId() });
  if (result.outcome !== 'opened') throw new Error(`the attempt was not opened: ${result.outcome}`);
  return result;
}

/** Answers every question of an attempt of Amina's, all right or all wrong. */
export async function answerAll(
  db: Kysely<Database>,
  attemptId: string,
  { isRight }: { isRight: boolean },
): Promise<void> {
  for (const { position, questionId } of await listDrawnQuestions(db, attemptId)) {
    const choices = isRight ? rightChoices(questionId) : questionId === 'e6' ? ['c2'] : ['c1'];
    const saved = await answerQuestion(db, actAt('10:10'), { attemptId, position, choices, eventId: newId() });
    if (saved.outcome !== 'saved') throw new Error(`the answer was not saved: ${saved.outcome}`);
  }
}

/** Every row of the tables that assessments own and of the facts they lead to, to see that a repetition changes nothing. */
export async function everythingWritten(db: Kysely<Database>): Promise<unknown> {
  const tables = ['attempt', 'attempt_question', 'attempt_answer', 'begun', 'completion', 'journal'] as const;
  const rows = tables.map(async (table) => [table, await db.selectFrom(table).selectAll().execute()]);
  return Object.fromEntries(await Promise.all(rows));
}
