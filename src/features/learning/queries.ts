import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { EditionFact } from '#domain/obligation/obligation-state.ts';
import type { LearningEvent } from '#domain/progress/edition-progress.ts';
import type { ModuleEditions, ModuleFacts } from '#domain/progress/module-standing.ts';
import { isOfWindow } from '#domain/progress/module-window.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { asksAsJson, parseAsks, type ModuleAsking, type WindowKey } from './window-queries.ts';

/** A published module as one person meets it on a day: its editions, what they did, where they are, and what is asked. */
export interface LearnerModule extends ModuleEditions, ModuleFacts {
  code: string;
  /** The day of `asks`. */
  today: CivilDate;
  asks: readonly ModuleAsking[];
  begun: readonly Beginning[];
  /** But those that were withdrawn, the earliest first. */
  completions: readonly RecordedCompletion[];
  place: Place | null;
  /** The latest revision of each edition: the id of its version. */
  versionIds: ReadonlyMap<number, string>;
  /** What happened in the edition of `place`; none without a place. */
  events: readonly EventOfWindow[];
}

/** An edition begun, in the window that begins on `windowFrom`. */
export interface Beginning extends EditionFact {
  windowFrom: CivilDate;
}

/** An event with the first day of the window it was in. */
export type EventOfWindow = LearningEvent & { windowFrom: CivilDate };

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
  { code, today }: { code: string; today: CivilDate },
): Promise<LearnerModule | null> {
  const [module] = await selectLearnerModules(db, personId, today).where('module.code', '=', code).execute();
  return module ? toLearnerModule(module, today) : null;
}

/** Every published module, by code. */
export async function listLearnerModules(
  db: Kysely<Database>,
  personId: string,
  today: CivilDate,
): Promise<LearnerModule[]> {
  const rows = await selectLearnerModules(db, personId, today).orderBy('module.code').execute();
  return rows.map((row) => toLearnerModule(row, today));
}

/** What happened to a person in a window of one edition, which may not be the one where their place is. */
export async function listWindowEvents(
  db: Kysely<Database>,
  { personId, moduleId, edition, window }: WindowKey,
): Promise<LearningEvent[]> {
  const row = await db
    .selectNoFrom(eventsAsJson(personId, sql`${moduleId}`, sql`${edition}`).as('events'))
    .executeTakeFirstOrThrow();
  return parseEvents(row.events).filter(({ windowFrom }) => isOfWindow(window, windowFrom));
}

function selectLearnerModules(db: Kysely<Database>, personId: string, today: CivilDate) {
  // No join: with one, SQLite takes eight times as long over these subqueries.
  return db
    .selectFrom('module')
    .select(['module.id', 'module.code'])
    .where(liveEdition, 'is not', null)
    .select([
      liveEdition.$notNull().as('live_edition'),
      versionIdsAsJson.as('version_ids'),
      redosAsJson.as('redos'),
      asksAsJson(personId, sql.ref('module.id'), today).as('asks'),
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
  select json_group_array(json_object('edition', edition, 'on', begun_on, 'windowFrom', window_from))
  from begun where person_id = ${personId} and module_id = module.id)`;

const completionsAsJson = (personId: string) => sql<string>`(
  select json_group_array(
    json_object('id', id, 'edition', edition, 'on', completed_on, 'doneOn', done_on) order by completed_on, completed_at)
  from completion where person_id = ${personId} and module_id = module.id and withdrawn_on is null)`;

const placeAsJson = (personId: string) => sql<string | null>`(
  select json_object('edition', edition, 'lesson', lesson, 'anchor', anchor, 'movedAt', moved_at)
  from place where person_id = ${personId} and module_id = module.id)`;

const placeEdition = (personId: string) => sql`(
  select edition from place where person_id = ${personId} and module_id = module.id)`;

const eventsAsJson = (personId: string, moduleId: RawBuilder<unknown>, edition: RawBuilder<unknown>) => sql<string>`(
  select json_group_array(
    json_object('kind', kind, 'lesson', lesson, 'isPassed', json(iif(is_passed, 'true', 'false')), 'at', at,
      'windowFrom', window_from))
  from (
    select 'begun' as kind, null as lesson, null as is_passed, begun_at as at, window_from
    from begun where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition}
    union all
    select 'lesson-read', lesson, null, read_at, window_from
    from lesson_read where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition}
    union all
    select 'attempt-finished', null, is_passed, finished_at, window_from
    from attempt where person_id = ${personId} and module_id = ${moduleId} and edition = ${edition}
      and finished_at is not null))`;

const InstantText = z.string().transform((text) => text as Instant);
const DateText = z.string().transform((text) => text as CivilDate);
const Facts = z.array(z.object({ edition: z.number(), on: DateText }));
const Beginnings = z.array(z.object({ edition: z.number(), on: DateText, windowFrom: DateText }));
const Completions = z.array(z.object({ id: z.string(), edition: z.number(), on: DateText, doneOn: DateText }));
const VersionIds = z.array(z.object({ edition: z.number(), id: z.string() }));
const PlaceOrNone = z
  .object({ edition: z.number(), lesson: z.string().nullable(), anchor: z.string().nullable(), movedAt: InstantText })
  .nullable();
const When = { at: InstantText, windowFrom: DateText };
const Events = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('begun'), ...When }),
    z.object({ kind: z.literal('lesson-read'), lesson: z.string(), ...When }),
    z.object({ kind: z.literal('attempt-finished'), isPassed: z.boolean(), ...When }),
  ]),
);

const parseEvents = (json: string): EventOfWindow[] => Events.parse(JSON.parse(json));

function toLearnerModule(row: LearnerModuleRow, today: CivilDate): LearnerModule {
  const moduleId = row.id;
  const ofModule = <Fact extends object>(facts: Fact[]) => facts.map((fact) => ({ moduleId, ...fact }));
  return {
    moduleId,
    code: row.code,
    today,
    asks: parseAsks(row.asks),
    liveEdition: row.live_edition,
    redos: ofModule(Facts.parse(JSON.parse(row.redos))),
    begun: ofModule(Beginnings.parse(JSON.parse(row.begun))),
    completions: ofModule(Completions.parse(JSON.parse(row.completions))),
    place: PlaceOrNone.parse(row.place === null ? null : JSON.parse(row.place)),
    versionIds: new Map(VersionIds.parse(JSON.parse(row.version_ids)).map(({ edition, id }) => [edition, id])),
    events: parseEvents(row.events),
  };
}

/** The completion of an edition that counts in a window: the earliest, but those that were withdrawn. */
export async function findCompletionId(
  db: Kysely<Database>,
  { personId, moduleId, edition, window: { from, to } }: WindowKey,
): Promise<string | null> {
  const row = await db
    .selectFrom('completion')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where('withdrawn_on', 'is', null)
    .where('completed_on', '>=', from)
    .$if(to !== null, (query) => query.where('completed_on', '<', to!))
    .select('id')
    .orderBy('completed_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
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
