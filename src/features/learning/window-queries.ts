import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { askingAgain, moduleWindow, type Asking, type ModuleWindow } from '#domain/progress/module-window.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import type { EditionKey } from './path-queries.ts';

/** One window of one edition for one person: where what they do is kept. */
export interface WindowKey extends EditionKey {
  window: ModuleWindow;
}

/** A programme that asks this person for a module, and counts only what is done from a day on. */
export interface ModuleAsking extends Asking {
  programmeId: string;
  programme: string;
  deadline: CivilDate;
}

/** What the windows of a module follow from, for one person. */
export interface AskedModule {
  asks: readonly ModuleAsking[];
  /** The beginnings, each with the first day of its window. */
  begun: readonly { edition: number; windowFrom: CivilDate }[];
  /** The completions, but those that were withdrawn. */
  completions: readonly { edition: number; on: CivilDate }[];
}

/** The window of an edition that a day lies in. */
export function windowOf({ asks, begun, completions }: AskedModule, edition: number, day: CivilDate): ModuleWindow {
  const ofEdition = (fact: { edition: number }) => fact.edition === edition;
  return moduleWindow(
    {
      asks,
      begun: begun.filter(ofEdition).map(({ windowFrom }) => windowFrom),
      completions: completions.filter(ofEdition).map(({ on }) => on),
    },
    day,
  );
}

/**
 * The programmes that ask again for a module that was done before they count, the nearest deadline first.
 * @param requiredEdition the oldest one that counts: of what was done in an earlier one, its release says so already
 */
export function askedAgain(
  { asks, completions }: AskedModule,
  requiredEdition: number,
  day: CivilDate,
): ModuleAsking[] {
  const counted = completions.filter(({ edition }) => edition >= requiredEdition).map(({ on }) => on);
  return askingAgain(asks, counted, day);
}

/** The same window read for one edition alone, for commands that do not read the whole module. */
export async function findWindow(
  db: Kysely<Database>,
  key: EditionKey,
  { today, day }: { today: CivilDate; day: CivilDate },
): Promise<ModuleWindow> {
  const { personId, moduleId, edition } = key;
  const asked = await db
    .selectNoFrom(asksAsJson(personId, sql`${moduleId}`, today).as('asks'))
    .executeTakeFirstOrThrow();
  const begun = await selectBegun(db, key).select('window_from').execute();
  const completions = await db
    .selectFrom('completion')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition)
    .where('withdrawn_on', 'is', null)
    .select('completed_on')
    .execute();
  return moduleWindow(
    {
      asks: parseAsks(asked.asks),
      begun: begun.map(({ window_from }) => window_from as CivilDate),
      completions: completions.map(({ completed_on }) => completed_on as CivilDate),
    },
    day,
  );
}

/** True when the edition was begun in this window. */
export async function hasBegun(db: Kysely<Database>, key: WindowKey): Promise<boolean> {
  const row = await selectBegun(db, key).where(ofWindow(key.window)).select('edition').executeTakeFirst();
  return row !== undefined;
}

/** The condition that a row is of a window, by the first day of the one it was written in. */
export function ofWindow({ from, to }: ModuleWindow): RawBuilder<SqlBool> {
  return to === null
    ? sql<SqlBool>`window_from >= ${from}`
    : sql<SqlBool>`(window_from >= ${from} and window_from < ${to})`;
}

function selectBegun(db: Kysely<Database>, { personId, moduleId, edition }: EditionKey) {
  return db
    .selectFrom('begun')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('edition', '=', edition);
}

/** The programmes that ask a person for a module that day, of those that count from a day on; a credit or an exemption asks for nothing. */
export const asksAsJson = (personId: string, moduleId: RawBuilder<unknown>, day: CivilDate) => sql<string>`(
  select json_group_array(
    json_object('programmeId', programme.id, 'programme', name, 'deadline', deadline, 'countsFrom', programme.counts_from) order by deadline, name)
  from designation
    join programme on programme.id = designation.programme_id and programme.counts_from is not null
  where designation.person_id = ${personId} and ${holdsOn(day)}
    and (closed_on is null or closed_on > ${day})
    and exists (select 1 from programme_module where programme_id = programme.id and module_id = ${moduleId})
    and not exists (select 1 from exemption
      where programme_id = programme.id and person_id = ${personId} and ${holdsOn(day)})
    and not exists (select 1 from credit
      where programme_id = programme.id and person_id = ${personId}
        and credit.counts_from <= ${day} and (to_date is null or to_date > ${day})))`;

const holdsOn = (day: CivilDate) => sql`from_date <= ${day} and (to_date is null or to_date > ${day})`;

const DateText = z.string().transform((text) => text as CivilDate);
const Asks = z.array(
  z.object({ programmeId: z.string(), programme: z.string(), deadline: DateText, countsFrom: DateText }),
);

export const parseAsks = (json: string): ModuleAsking[] => Asks.parse(JSON.parse(json));
