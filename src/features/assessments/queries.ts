import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { ModuleWindow } from '#domain/progress/module-window.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { ofWindow } from '#features/learning/window-queries.ts';

export interface AttemptRecord {
  id: string;
  personId: string;
  moduleId: string;
  /** The module's, as in its addresses. */
  code: string;
  edition: number;
  versionId: string;
  /** The first day of the window it was opened in. */
  windowFrom: CivilDate;
  openedAt: Instant;
  /** Null while the attempt is open. */
  finishedAt: Instant | null;
  rightCount: number;
  isPassed: boolean;
}

function selectAttempts(db: Kysely<Database>) {
  return db
    .selectFrom('attempt')
    .innerJoin('module', 'module.id', 'attempt.module_id')
    .select(['attempt.id', 'attempt.person_id', 'attempt.module_id', 'module.code', 'attempt.edition'])
    .select(['attempt.version_id', 'attempt.opened_at', 'attempt.finished_at'])
    .select(['attempt.right_count', 'attempt.is_passed', 'attempt.window_from']);
}

type AttemptRow = Awaited<ReturnType<ReturnType<typeof selectAttempts>['executeTakeFirstOrThrow']>>;

function toAttempt(row: AttemptRow): AttemptRecord {
  return {
    id: row.id,
    personId: row.person_id,
    moduleId: row.module_id,
    code: row.code,
    edition: row.edition,
    versionId: row.version_id,
    windowFrom: row.window_from as CivilDate,
    openedAt: row.opened_at as Instant,
    finishedAt: row.finished_at as Instant | null,
    rightCount: row.right_count ?? 0,
    isPassed: row.is_passed === 1,
  };
}

export async function findAttempt(db: Kysely<Database>, attemptId: string): Promise<AttemptRecord | null> {
  const row = await selectAttempts(db).where('attempt.id', '=', attemptId).executeTakeFirst();
  return row ? toAttempt(row) : null;
}

/** The attempt that the person has not finished in this module; there is one at most. */
export async function findOpenAttempt(
  db: Kysely<Database>,
  personId: string,
  code: string,
): Promise<AttemptRecord | null> {
  const row = await selectAttempts(db)
    .where('attempt.person_id', '=', personId)
    .where('module.code', '=', code)
    .where('attempt.finished_at', 'is', null)
    .executeTakeFirst();
  return row ? toAttempt(row) : null;
}

/** The last attempt that the person finished in this module, or in one edition of it in a window. */
export async function findLatestFinishedAttempt(
  db: Kysely<Database>,
  personId: string,
  code: string,
  asked?: { edition: number; window: ModuleWindow },
): Promise<AttemptRecord | null> {
  const finished = selectAttempts(db)
    .where('attempt.person_id', '=', personId)
    .where('module.code', '=', code)
    .where('attempt.finished_at', 'is not', null);
  const row = await (
    asked ? finished.where('attempt.edition', '=', asked.edition).where(ofWindow(asked.window)) : finished
  )
    .orderBy('attempt.finished_at', 'desc')
    .orderBy('attempt.opened_at', 'desc')
    // Under a clock that stands still all of this may be equal: the one opened last comes last.
    .orderBy(sql`attempt.rowid`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toAttempt(row) : null;
}

/** A question of an attempt, with the answer that counts: the last one given. */
export interface DrawnQuestion {
  position: number;
  questionId: string;
  /** The ids of the choices made; empty while unanswered. */
  chosen: string[];
  /** Null as long as the attempt is open. */
  isRight: boolean | null;
}

export async function listDrawnQuestions(db: Kysely<Database>, attemptId: string): Promise<DrawnQuestion[]> {
  const rows = await db
    .selectFrom('attempt_question')
    .leftJoin('attempt_answer', (join) =>
      join
        .onRef('attempt_answer.attempt_id', '=', 'attempt_question.attempt_id')
        .onRef('attempt_answer.position', '=', 'attempt_question.position')
        .on((on) =>
          on(
            'attempt_answer.sequence',
            '=',
            on
              .selectFrom('attempt_answer as later')
              .whereRef('later.attempt_id', '=', 'attempt_question.attempt_id')
              .whereRef('later.position', '=', 'attempt_question.position')
              .select((latest) => latest.fn.max('later.sequence').as('sequence')),
          ),
        ),
    )
    .where('attempt_question.attempt_id', '=', attemptId)
    .select(['attempt_question.position', 'attempt_question.question_id', 'attempt_question.is_right'])
    .select('attempt_answer.choices')
    .orderBy('attempt_question.position')
    .execute();
  return rows.map((row) => ({
    position: row.position,
    questionId: row.question_id,
    chosen: parseChoices(row.choices),
    isRight: row.is_right === null ? null : row.is_right === 1,
  }));
}

const ChoiceIds = z.array(z.string());

function parseChoices(json: string | null): string[] {
  return json === null ? [] : ChoiceIds.parse(JSON.parse(json));
}

/** What saving an answer has to know, in one statement. */
export interface QuestionToAnswer {
  code: string;
  versionId: string;
  isFinished: boolean;
  questionCount: number;
  /** Null when the attempt has no question at this position. */
  questionId: string | null;
  /** The place of the last answer to this question among them; 0 while there is none. */
  lastSequence: number;
  /** What was stored under the id of this event, here or elsewhere. */
  event: { attemptId: string; position: number; chosen: string[] } | null;
}

export interface AnswerEvent {
  attemptId: string;
  position: number;
  eventId: string;
}

/** The question as its own person may answer it; null when the attempt is somebody else's or nobody's. */
export async function findQuestionToAnswer(
  db: Kysely<Database>,
  personId: string,
  { attemptId, position, eventId }: AnswerEvent,
): Promise<QuestionToAnswer | null> {
  const row = await db
    .selectFrom('attempt')
    .innerJoin('module', 'module.id', 'attempt.module_id')
    .leftJoin('attempt_question', (join) =>
      join.onRef('attempt_question.attempt_id', '=', 'attempt.id').on('attempt_question.position', '=', position),
    )
    .leftJoin('attempt_answer as event', (join) => join.on('event.event_id', '=', eventId))
    .where('attempt.id', '=', attemptId)
    .where('attempt.person_id', '=', personId)
    .select(['module.code', 'attempt.version_id', 'attempt.finished_at', 'attempt_question.question_id'])
    .select(['event.attempt_id as event_attempt_id', 'event.position as event_position', 'event.choices'])
    .select((attempt) => [
      attempt
        .selectFrom('attempt_question as drawn')
        .whereRef('drawn.attempt_id', '=', 'attempt.id')
        .select((drawn) => drawn.fn.countAll<number>().as('count'))
        .as('question_count'),
      attempt
        .selectFrom('attempt_answer')
        .whereRef('attempt_answer.attempt_id', '=', 'attempt.id')
        .where('attempt_answer.position', '=', position)
        .select((answer) => answer.fn.max('attempt_answer.sequence').as('sequence'))
        .as('last_sequence'),
    ])
    .executeTakeFirst();
  if (!row) return null;
  return {
    code: row.code,
    versionId: row.version_id,
    isFinished: row.finished_at !== null,
    questionCount: row.question_count ?? 0,
    questionId: row.question_id,
    lastSequence: row.last_sequence ?? 0,
    event:
      row.event_attempt_id === null || row.event_position === null
        ? null
        : { attemptId: row.event_attempt_id, position: row.event_position, chosen: parseChoices(row.choices) },
  };
}

export interface Attestation {
  givenName: string;
  familyName: string;
  moduleTitle: string;
  moduleCode: string;
  edition: number;
  revision: number;
  doneOn: CivilDate;
  /** Given in error: it is no attestation any more. */
  withdrawn: { on: CivilDate; reason: string } | null;
  versionId: string;
  /** The programmes for which the person is designated, since then or before, and that ask for this module. */
  programmes: string[];
}

/** A completion as its own person may show it; null when it is somebody else's or nobody's. */
export async function findAttestation(
  db: Kysely<Database>,
  personId: string,
  completionId: string,
): Promise<Attestation | null> {
  const row = await db
    .selectFrom('completion')
    .innerJoin('person', 'person.id', 'completion.person_id')
    .innerJoin('module', 'module.id', 'completion.module_id')
    .innerJoin('module_version', 'module_version.id', 'completion.version_id')
    .where('completion.id', '=', completionId)
    .where('completion.person_id', '=', personId)
    .select(['person.given_name', 'person.family_name', 'module.code', 'module_version.title'])
    .select(['module_version.edition', 'module_version.revision', 'completion.done_on', 'completion.version_id'])
    .select(['completion.withdrawn_on', 'completion.withdrawn_reason'])
    .select((eb) =>
      eb
        .selectFrom('programme')
        .innerJoin('programme_module', 'programme_module.programme_id', 'programme.id')
        .innerJoin('designation', 'designation.programme_id', 'programme.id')
        .whereRef('programme_module.module_id', '=', 'completion.module_id')
        .whereRef('designation.person_id', '=', 'completion.person_id')
        .where((on) =>
          on.or([
            on('designation.to_date', 'is', null),
            on('designation.to_date', '>', on.ref('completion.completed_on')),
          ]),
        )
        .select(sql<string>`json_group_array(distinct programme.name)`.as('names'))
        .as('programmes'),
    )
    .executeTakeFirst();
  if (!row) return null;
  return {
    givenName: row.given_name,
    familyName: row.family_name,
    moduleTitle: row.title,
    moduleCode: row.code,
    edition: row.edition,
    revision: row.revision,
    doneOn: row.done_on as CivilDate,
    withdrawn:
      row.withdrawn_on === null ? null : { on: row.withdrawn_on as CivilDate, reason: row.withdrawn_reason ?? '' },
    versionId: row.version_id,
    programmes: z.array(z.string()).parse(JSON.parse(row.programmes ?? '[]')),
  };
}
