import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { Permission } from '#domain/identity/permissions.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { shortFrenchDateTime } from '#domain/time/french-dates.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Cell, ExportColumn, ExportDocument } from './export-document.ts';

/** Who asks for a list, and on which day. */
export interface ListAsker {
  actor: Actor;
  today: CivilDate;
}

/** A line of the heading of a file. */
export type HeadingLine = readonly [label: string, value: string];

/** A connection of one's own, for lines that are read while they are written; closed with the task. */
export type OpenReader = () => Kysely<Database>;

/** A list of a page as a file: what its feature says of it. */
interface ListDeclaration<Query, Row> {
  /** In addresses and names of files. */
  name: string;
  title: string;
  permission: Permission;
  /** What the list holds and how its figures count, in a sentence. */
  definition: string;
  /** The parameters of the page's address: the file has its filter and its order. */
  query: z.ZodType<Query>;
  /** What the file is of, and the filter in words; null for what is not there, or not theirs. */
  heading(db: Kysely<Database>, query: Query, asker: ListAsker): Promise<readonly HeadingLine[] | null>;
  columns: readonly (ExportColumn & { cell(row: Row, asker: ListAsker): Cell })[];
  /** How many lines the filter keeps, of a list that may be long: its file is then prepared behind the page, with its progress. */
  count?(db: Kysely<Database>, query: Query, asker: ListAsker): Promise<number>;
  /** Every line that the filter keeps, some at a time. */
  read(openReader: OpenReader, query: Query, asker: ListAsker): AsyncIterable<readonly Row[]>;
}

/** A file that somebody asked for: plain data, for whatever worker writes it. */
export interface AskedList {
  name: string;
  parameters: Record<string, string>;
  /** What it is of, and its filter in words. */
  filter: readonly HeadingLine[];
  actor: Actor;
  at: Instant;
}

/** A list of any feature, as the files of lists know it. */
export interface ListExport {
  name: string;
  title: string;
  permission: Permission;
  /** What is asked by an address; null when it names nothing of the actor's. */
  ask(
    db: Kysely<Database>,
    parameters: Record<string, string>,
    asked: { actor: Actor; at: Instant },
  ): Promise<AskedList | null>;
  /** How many lines it will have; null for a list that is never long. */
  count(db: Kysely<Database>, asked: AskedList): Promise<number | null>;
  document(asked: AskedList, openReader: OpenReader): ExportDocument;
}

/** Makes a list of a feature one that can be had as a file. */
export function defineList<Query, Row>(list: ListDeclaration<Query, Row>): ListExport {
  const { name, title, permission, definition, columns } = list;
  return {
    name,
    title,
    permission,
    async ask(db, parameters, { actor, at }) {
      const filter = await list.heading(db, list.query.parse(parameters), askerOf({ actor, at }));
      return filter && { name, parameters, filter, actor, at };
    },
    async count(db, asked) {
      return list.count ? list.count(db, list.query.parse(asked.parameters), askerOf(asked)) : null;
    },
    document(asked, openReader) {
      const { parameters, filter, actor, at } = asked;
      const asker = askerOf(asked);
      const heading: HeadingLine[] = [
        ['Liste', title],
        ...filter,
        ['Définition', definition],
        ['Fichier établi le', shortFrenchDateTime(at)],
        ['Établi par', `${actor.givenName} ${actor.familyName}`],
      ];
      async function* lines() {
        for await (const rows of list.read(openReader, list.query.parse(parameters), asker))
          yield rows.map((row) => columns.map(({ cell }) => cell(row, asker)));
      }
      return { title, heading, columns, lines: lines() };
    },
  };
}

function askerOf({ actor, at }: { actor: Actor; at: Instant }): ListAsker {
  return { actor, today: civilDateOf(at) };
}
