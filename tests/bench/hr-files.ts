import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

export interface HrFiles {
  units: string;
  /** Everybody, as a new installation is given them. */
  people: string;
  /** The same some months later: of a hundred persons two have left, ten have moved, ten have changed, two are new. */
  changed: string;
  personCount: number;
}

interface PersonRow {
  number: string;
  family: string;
  given: string;
  email: string | null;
  status: 'military' | 'civilian' | 'student';
  rank: string | null;
  job: string | null;
  unit: string;
  designated: number;
}

const HEADER = 'Matricule;Nom;Prénom;Courriel;Statut;Unité;Catégorie;Fonction;Désigné depuis;Motif de l’absence\r\n';
const STATUSES = { military: 'militaire', civilian: 'civil', student: 'élève' };

/** Writes the organisation of a database as HR's software would export it. */
export function writeHrFiles(databaseFile: string, folder: string): HrFiles {
  const sqlite = new SqliteDatabase(databaseFile, { readonly: true });
  const files = ['units', 'people', 'changed'].map((name) => join(folder, `${name}.csv`)) as [string, string, string];
  const [units, people, changed] = files;
  const codes = writeUnits(sqlite, units);
  const [all, later] = [openSync(people, 'w'), openSync(changed, 'w')];
  writeSync(all, HEADER);
  writeSync(later, HEADER);
  let personCount = 0;
  for (const person of everybody(sqlite)) {
    personCount += 1;
    writeSync(all, lineOf(person));
    writeSync(later, someMonthsLater(person, personCount, codes));
  }
  closeSync(all);
  closeSync(later);
  sqlite.close();
  return { units, people, changed, personCount };
}

function writeUnits(sqlite: SqliteDatabase.Database, path: string): string[] {
  const rows = sqlite
    .prepare(
      'select unit.code, unit.name, above.code as parent from unit left join unit above on above.id = unit.parent_id',
    )
    .all() as { code: string; name: string; parent: string | null }[];
  const file = openSync(path, 'w');
  const lines = rows.map(({ code, name, parent }) => `${code};"${name.replaceAll('"', '""')}";${parent ?? ''}\r\n`);
  writeSync(file, `Code;Nom de l’unité;Unité supérieure\r\n${lines.join('')}`);
  closeSync(file);
  return rows.map(({ code }) => code);
}

function everybody(sqlite: SqliteDatabase.Database): IterableIterator<PersonRow> {
  return sqlite
    .prepare(
      `select hr_number as number, family_name as family, given_name as given, email, status, rank_group as rank, job, unit.code as unit,
         exists (select 1 from designation where person_id = person.id and designation.to_date is null) as designated
       from person join membership on membership.person_id = person.id join unit on unit.id = unit_id
       where membership.to_date is null and hr_number is not null group by person.id`,
    )
    .iterate() as IterableIterator<PersonRow>;
}

function someMonthsLater(person: PersonRow, count: number, codes: readonly string[]): string {
  const turn = count % 100;
  if (turn < 2) return '';
  if (turn < 4) return lineOf(person) + lineOf({ ...person, number: `N-${count}`, email: `n${count}@exemple.invalid` });
  if (turn < 14) return lineOf({ ...person, unit: codes[count % codes.length]! });
  if (turn < 24) return lineOf({ ...person, job: 'Autre fonction' });
  return lineOf(person, count % 1000 === 50 ? 'vacances' : '');
}

function lineOf(
  { number, family, given, email, status, unit, rank, job, designated }: PersonRow,
  absence = '',
): string {
  const cells = [number, family, given, email ?? `${number}@exemple.invalid`.toLowerCase(), STATUSES[status], unit];
  return `${[...cells, rank ?? '', job ?? '', designated ? 'oui' : '', absence].join(';')}\r\n`;
}
