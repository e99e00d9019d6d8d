import type { Kysely } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import { TextColumn } from '#platform/columns/text-column.ts';
import { TextIndex } from '#platform/columns/text-index.ts';
import { WordColumn } from '#platform/columns/word-column.ts';
import { foldText } from '#platform/db/fold-text.ts';

/** A person as lists show them. */
export interface ListedPerson {
  personId: string;
  hrNumber: string | null;
  givenName: string;
  familyName: string;
  status: PersonStatus;
  rankGroup: string | null;
  job: string | null;
}

/**
 * Everybody, by name: a person is a place. In columns, since 300,000 objects with their texts would take five times as
 * much for as long as the server runs.
 */
export class PeopleColumns {
  readonly status = new WordColumn<PersonStatus>();
  readonly rankGroup = new WordColumn<string | null>();
  readonly job = new WordColumn<string | null>();
  readonly #familyName = new WordColumn<string>();
  readonly #givenName = new WordColumn<string>();
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
      people.status.push(row.status);
      people.rankGroup.push(row.rank_group);
      people.job.push(row.job);
    }
    people.#arrange(names);
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

  at(place: number): ListedPerson {
    const hrNumber = this.#hrNumbers.at(place);
    return {
      personId: this.idAt(place),
      hrNumber: hrNumber === '' ? null : hrNumber,
      givenName: this.#givenName.at(place),
      familyName: this.#familyName.at(place),
      status: this.status.at(place),
      rankGroup: this.rankGroup.at(place),
      job: this.job.at(place),
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
    for (const column of [this.status, this.rankGroup, this.job, this.#familyName, this.#givenName])
      column.arrange(order);
  }
}
