import { createReadStream } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { parse } from 'csv-parse';
import { parseInstant } from '#domain/time/instant.ts';
import { idsInOrder } from '#platform/ids-in-order.ts';

/** A file read and every person looked up by a statement of SQLite, without a question about what it says: what a preview costs at least. */
export async function readingFloor(databaseFile: string, csv: string): Promise<number> {
  const sqlite = new SqliteDatabase(databaseFile, { readonly: true });
  const find = sqlite.prepare(
    'select person.id from person join membership on membership.person_id = person.id where hr_number = ? and to_date is null',
  );
  const begun = performance.now();
  for await (const line of linesOf(csv)) find.get(line['Matricule']);
  const taken = performance.now() - begun;
  sqlite.close();
  return taken;
}

/**
 * The same persons, memberships and designations written by three prepared statements in one transaction, with the same
 * durability, the same indexes and the same triggers: what an application costs at least.
 * @param databaseFile a copy of the installation with its units, which this fills
 */
export async function writingFloor(databaseFile: string, csv: string): Promise<number> {
  const sqlite = new SqliteDatabase(databaseFile);
  sqlite.pragma('journal_mode = wal');
  sqlite.pragma('synchronous = full');
  sqlite.pragma('foreign_keys = on');
  sqlite.pragma('cache_size = -16384');
  const at = new Date().toISOString();
  const newId = idsInOrder(parseInstant(at));
  const today = at.slice(0, 10);
  const units = new Map(sqlite.prepare('select code, id from unit').raw().all() as [string, string][]);
  const programme = sqlite.prepare('select id from programme').pluck().get() as string;
  const person = sqlite.prepare(
    `insert into person (id, hr_number, family_name, given_name, email, status, rank_group, job, created_at)
     values (?, ?, ?, ?, ?, 'military', ?, ?, ?) on conflict do nothing`,
  );
  const membership = sqlite.prepare('insert into membership (id, person_id, unit_id, from_date) values (?, ?, ?, ?)');
  const designation = sqlite.prepare(
    'insert into designation (id, person_id, programme_id, from_date, designated_at) values (?, ?, ?, ?, ?)',
  );
  const begun = performance.now();
  sqlite.exec('begin immediate');
  for await (const line of linesOf(csv)) {
    const id = newId();
    const { Matricule, Nom, Prénom, Courriel, Catégorie, Fonction } = line;
    if (person.run(id, Matricule, Nom, Prénom, Courriel, Catégorie, Fonction, at).changes === 0) continue;
    membership.run(newId(), id, units.get(line['Unité']!), today);
    if (line['Désigné depuis'] !== '') designation.run(newId(), id, programme, today, at);
  }
  sqlite.exec('commit');
  const taken = performance.now() - begun;
  sqlite.close();
  return taken;
}

function linesOf(csv: string): AsyncIterable<Record<string, string>> {
  return createReadStream(csv).pipe(parse({ delimiter: ';', columns: true }));
}
