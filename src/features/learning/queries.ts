import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { LearningEvent } from '#domain/progress/edition-progress.ts';
import type { ModuleEditions, ModuleFacts } from '#domain/progress/module-standing.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';

/** A published module as one person meets it: its editions, what they did, and where they are. */
export interface LearnerModule extends ModuleEditions, ModuleFacts {
  code: string;
  completions: readonly RecordedCompletion[];
  place: Place | null;
  /** The latest revision of each edition: the id of its version. */
  versionIds: ReadonlyMap<number, string>;
  /** What happened in the edition of `place`; none without a place. */
  events: readonly LearningEvent[];
}

export interface RecordedCompletion {
  id: string;
  moduleId: string;
  edition: number;
  /** From this day it counts. */
  on: CivilDate;
  /** When it was done: earlier than `on` for a session that was closed some days later. */
  doneOn: CivilDate;
}

export interface Place {
  edition: number;
  lesson: string | null;
  /** The passage of that lesson; null at its beginning. */
  anchor: string | null;
  movedAt: Instant;
}

/** One module by its code, with everything that a page or a command decides from, in one statement. */
export async function findLearnerModule(
  db: Kysely<Database>,
  personId: string,
  code: string,
): Promise<LearnerModule | null> {
  const [module] = await selectLearnerModules(db, personId).where('module.code', '=', code).execute();
  return module ? toLearnerModule(module) : null;
}

/** Every published module, by code. */
export async function listLearnerModules(db: Kysely<Database>, personId: string): Promise<LearnerModule[]> {
  const rows = await selectLearnerModules(db, personId).orderBy('module.code').execute();
  return rows.map(toLearnerModule);
}

/** What happened to a person in one edition, which may not be the one where their place is. */
export async function listEditionEvents(
  db: Kysely<Database>,
  { personId, moduleId, edition }: { personId: string; moduleId: string; edition: number },
): Promise<LearningEvent[]> {
  const row = await db
    .selectNoFrom(eventsAsJson(personId, sql`${moduleId}`, sql`${edition}`).as('events'))
    .executeTakeFirstOrThrow();
  return parseEvents(row.events);
}

function selectLearnerModules(db: Kysely<Database>, personId: string) {
  // No join: with one, SQLite takes eight times as long over these subqueries.
  return db
    .selectFrom('module')
    .select(['module.id', 'module.code'])
    .where(liveEdition, 'is not', null)
    .select([
      liveEdition.$notNull().as('live_edition'),
      versionIdsAsJson.as('version_ids'),
      redosAsJson.as('redos'),
      begunAsJson(personId).as('begun'),
      completionsAsJson(personId).as('completions'),
      placeAsJson(personId).as('place'),
      eventsAsJson(personId, sql.ref('module.id'), placeEdition(personId)).as('events'),
    ]);
}

type LearnerModuleRow = Awaited<ReturnType<ReturnType<typeof selectLearnerModules>['execute']>>[number];

const liveEdition = sql<number | null>`(select max(edition) from module_version where module_id = module.id)`;

const versionIdsAsJson = sql<string>`(
  select json_group_array(json_object('edition', edition, 'id', id))
  from (select edition, id, max(revision) from module_version where module_id = module.id group by edition))`;

const redosAsJson = sql<string>`(
  select json_group_array(json_object('edition', edition, 'on', redo_from_date))
  from module_version where module_id = module.id and redo_from_date is not null)`;

const begunAsJson = (personId: string) => sql<string>`(
  select json_group_array(json_object('edition', edition, 'on', begun_on))
  from begun where person_id = ${personId} and module_id = module.id)`;

const completionsAsJson = (personId: string) => sql<string>`(
  select json_group_array(json_object('id', id, 'edition', edition, 'on', completed_on, 'doneOn', done_on))
  from completion where person_id = ${personId} and module_id = module.id and withdrawn_on is null)`;

const placeAsJson = (personId: string) => sql<string | null>`(
  select json_object('edition', edition, 'lesson', lesson, 'anchor', anchor, 'movedAt', moved_at)
  from place where person_id = ${personId} and module_id = module.id)`;

const placeEdition = (personId: string) => sql`(
  select edition from place where person_id = ${personId} and module_id = module.id)`;

const eventsAsJson = (personId: string, moduleId: RawBuilder<unknown>, edition: RawBuilder<unknown>) => sql<string>`(
  select json_group_array(json_object('kind', kind, 'lesson', lesson, 'isPassed', json(iif(is_passed, 'true', 'false')), 'at', at))
  from (
    select 'begun' as kind, null as lesson, null as is_passed, begun_at as at
    from begun where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition}
    union all
    select 'lesson-read', lesson, null, read_at
    from lesson_read where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition}
    union all
    select 'attempt-finished', null, is_passed, finished_at
    from attempt where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition}
      and finished_at is not null))`;

const InstantText = z.string().transform((text) => text as Instant);
const DateText = z.string().transform((text) => text as CivilDate);
const Facts = z.array(z.object({ edition: z.number(), on: DateText }));
const Completions = z.array(z.object({ id: z.string(), edition: z.number(), on: DateText, doneOn: DateText }));
const VersionIds = z.array(z.object({ edition: z.number(), id: z.string() }));
const PlaceOrNone = z
  .object({ edition: z.number(), lesson: z.string().nullable(), anchor: z.string().nullable(), movedAt: InstantText })
  .nullable();
const Events = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('begun'), at: InstantText }),
    z.object({ kind: z.literal('lesson-read'), lesson: z.string(), at: InstantText }),
    z.object({ kind: z.literal('attempt-finished'), isPassed: z.boolean(), at: InstantText }),
  ]),
);

const parseEvents = (json: string): LearningEvent[] => Events.parse(JSON.parse(json));

function toLearnerModule(row: LearnerModuleRow): LearnerModule {
  const moduleId = row.id;
  const ofModule = <Fact extends object>(facts: Fact[]) => facts.map((fact) => ({ moduleId, ...fact }));
  return {
    moduleId,
    code: row.code,
    liveEdition: row.live_edition,
    redos: ofModule(Facts.parse(JSON.parse(row.redos))),
    begun: ofModule(Facts.parse(JSON.parse(row.begun))),
    completions: ofModule(Completions.parse(JSON.parse(row.completions))),
    place: PlaceOrNone.parse(row.place === null ? null : JSON.parse(row.place)),
    versionIds: new Map(VersionIds.parse(JSON.parse(row.version_ids)).map(({ edition, id }) => [edition, id])),
    events: parseEvents(row.events),
  };
}

/** The completion of an edition, but one that was withdrawn. */
export async function findCompletionId(
  db: Kysely<Database>,
  { personId, moduleId, edition }: { personId: string; moduleId: string; edition: number },
): Promise<string | null> {
  const row = await db
    .selectFrom('completion')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where('withdrawn_on', 'is', null)
    .select('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The stored answer of an exercise, as JSON that the reader parses; null when there is none. */
export async function findAnswer(
  db: Kysely<Database>,
  { personId, moduleId, edition, blockId }: { personId: string; moduleId: string; edition: number; blockId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('exercise_answer')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where('block_id', '=', blockId)
    .select('answer')
    .executeTakeFirst();
  return row?.answer ?? null;
}

/** The stored answers of an edition, as JSON by block. */
export async function listAnswers(
  db: Kysely<Database>,
  { personId, moduleId, edition }: { personId: string; moduleId: string; edition: number },
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('exercise_answer')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .select(['block_id', 'answer'])
    .execute();
  return new Map(rows.map((row) => [row.block_id, row.answer]));
}

/** What was said when an edition was released. */
export interface Release {
  on: CivilDate;
  note: string;
}

export async function findRelease(
  db: Kysely<Database>,
  { moduleId, edition }: { moduleId: string; edition: number },
): Promise<Release | null> {
  const row = await db
    .selectFrom('module_version')
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where('revision', '=', 1)
    .select(['published_at', 'note'])
    .executeTakeFirst();
  return row ? { on: civilDateOf(row.published_at as Instant), note: row.note } : null;
}

export interface MyProgramme {
  name: string;
  deadline: CivilDate;
  moduleIds: string[];
  /** Done elsewhere, since that day. */
  creditedOn: CivilDate | null;
  isExempt: boolean;
  /** What was done before does not count for it; null for any day. */
  countsFrom: CivilDate | null;
}

/**
 * The programmes that concern a person on a day and are not closed, the nearest deadline first, each with its modules in
 * order.
 */
export async function listMyProgrammes(db: Kysely<Database>, personId: string, on: CivilDate): Promise<MyProgramme[]> {
  const rows = await db
    .selectFrom('designation')
    .innerJoin('programme', 'programme.id', 'designation.programme_id')
    .where('designation.person_id', '=', personId)
    .where((eb) => eb.or([eb('programme.closed_on', 'is', null), eb('programme.closed_on', '>', on)]))
    .where('designation.from_date', '<=', on)
    .where((eb) => eb.or([eb('designation.to_date', 'is', null), eb('designation.to_date', '>', on)]))
    .select((eb) => [
      'programme.name',
      'programme.deadline',
      'programme.counts_from',
      eb
        .selectFrom('credit')
        .whereRef('credit.programme_id', '=', 'programme.id')
        .whereRef('credit.person_id', '=', 'designation.person_id')
        .where('credit.counts_from', '<=', on)
        .where((until) => until.or([until('credit.to_date', 'is', null), until('credit.to_date', '>', on)]))
        .select((credit) => credit.fn.min('credit.done_on').as('done_on'))
        .as('credited_on'),
      eb
        .exists(
          eb
            .selectFrom('exemption')
            .select('exemption.id')
            .whereRef('exemption.programme_id', '=', 'programme.id')
            .whereRef('exemption.person_id', '=', 'designation.person_id')
            .where('exemption.from_date', '<=', on)
            .where((until) => until.or([until('exemption.to_date', 'is', null), until('exemption.to_date', '>', on)])),
        )
        .as('is_exempt'),
      sql<string>`(${eb
        .selectFrom('programme_module')
        .whereRef('programme_module.programme_id', '=', 'programme.id')
        .select(sql<string>`json_group_array(module_id order by position)`.as('ids'))})`.as('module_ids'),
    ])
    .orderBy('programme.deadline')
    .execute();
  return rows.map((row) => ({
    name: row.name,
    deadline: row.deadline as CivilDate,
    moduleIds: z.array(z.string()).parse(JSON.parse(row.module_ids)),
    creditedOn: row.credited_on as CivilDate | null,
    isExempt: Boolean(row.is_exempt),
    countsFrom: row.counts_from as CivilDate | null,
  }));
}
