import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { TextColumn } from '#platform/columns/text-column.ts';
import { TextIndex } from '#platform/columns/text-index.ts';
import { WordColumn } from '#platform/columns/word-column.ts';
import { foldText } from '#platform/db/fold-text.ts';
import { TraitsBefore, TraitsColumns, type Traits } from './traits-columns.ts';

/** A person as lists show them. */
export interface ListedPerson extends Traits {
  personId: string;
  hrNumber: string | null;
  givenName: string;
  familyName: string;
}

/**
 * Everybody, by name: a person is a place. In columns, since 300,000 objects with their texts would take five times as
 * much for as long as the server runs.
 */
export class PeopleColumns {
  readonly #familyName = new WordColumn<string>();
  readonly #givenName = new WordColumn<string>();
  readonly #traits = new TraitsColumns();
  #before = new TraitsBefore();
  #ids = new TextIndex();
  #hrNumbers = new TextColumn();
  /** What a search looks through: the name, then the HR number, as they are compared. */
  #keys = new TextColumn();

  /** Reads everybody, row by row. */
  static async load(db: Kysely<Database>): Promise<PeopleColumns> {
    const people = new PeopleColumns();
    const names: string[] = [];
    const rows = db
      .selectFrom('person')
      .select(['id', 'hr_number', 'given_name', 'family_name', 'status', 'rank_group', 'job'])
      .orderBy('id')
      .stream();
    for await (const row of rows) {
      const name = foldText(`${row.family_name} ${row.given_name}`);
      names.push(name);
      people.#ids.add(row.id);
      people.#hrNumbers.push(row.hr_number ?? '');
      people.#keys.push(row.hr_number === null ? name : `${name}\n${foldText(row.hr_number)}`);
      people.#familyName.push(row.family_name);
      people.#givenName.push(row.given_name);
      people.#traits.push({ status: row.status, rankGroup: row.rank_group, job: row.job });
    }
    people.#arrange(names);
    people.#before = await TraitsBefore.load(db, (personId) => people.placeOf(personId));
    return people;
  }

  get length(): number {
    return this.#hrNumbers.length;
  }

  idAt(place: number): string {
    return this.#ids.texts.at(place);
  }

  /** The place of a person; -1 for nobody. */
  placeOf(personId: string): number {
    return this.#ids.placeOf(personId);
  }

  /** Who was something else on a day than today, to be given with each place asked about; null when nobody was. */
  changedSince(day: number): Int32Array | null {
    return this.#before.rowsOn(day, this.length);
  }

  /** What a person was on the day that `changed` is of. */
  traitsAt(place: number, changed: Int32Array | null): Traits {
    const row = changed?.[place] ?? 0;
    return row === 0 ? this.#traits.at(place) : this.#before.traits.at(row - 1);
  }

  /** The different words of a column, those of past days included. */
  wordsOf(column: 'rankGroup' | 'job'): (string | null)[] {
    return [...new Set([...this.#traits[column].words, ...this.#before.traits[column].words])];
  }

  /** A person, as they were on the day that `changed` is of. */
  at(place: number, changed: Int32Array | null): ListedPerson {
    const hrNumber = this.#hrNumbers.at(place);
    return {
      personId: this.idAt(place),
      hrNumber: hrNumber === '' ? null : hrNumber,
      givenName: this.#givenName.at(place),
      familyName: this.#familyName.at(place),
      ...this.traitsAt(place, changed),
    };
  }

  /** Marks with 1 those whose name or HR number holds this word, folded. */
  placesWith(word: string): Uint8Array {
    return this.#keys.placesWith(word);
  }

  /** By name, then by id, which is the order they came in. */
  #arrange(names: readonly string[]): void {
    const order = new Uint32Array(names.length).map((_, place) => place);
    order.sort((one, other) => (names[one]! < names[other]! ? -1 : Number(names[one]! > names[other]!)) || one - other);
    this.#ids = new TextIndex(this.#ids.texts.inOrder(order));
    this.#hrNumbers = this.#hrNumbers.inOrder(order);
    this.#keys = this.#keys.inOrder(order);
    for (const column of [this.#traits, this.#familyName, this.#givenName]) column.arrange(order);
  }
}
