import type { Kysely } from 'kysely';
import type { Database, PersonStatus } from '#db/schema.ts';
import { GrowingNumbers } from '#platform/columns/growing-numbers.ts';
import { WordColumn } from '#platform/columns/word-column.ts';
import { numberOfDay } from './day-columns.ts';

/** What lists are filtered by, which may change from one day to the next. */
export interface Traits {
  status: PersonStatus;
  rankGroup: string | null;
  job: string | null;
}

/** The traits of people, each at its place. */
export class TraitsColumns {
  readonly status = new WordColumn<PersonStatus>();
  readonly rankGroup = new WordColumn<string | null>();
  readonly job = new WordColumn<string | null>();

  push({ status, rankGroup, job }: Traits): void {
    this.status.push(status);
    this.rankGroup.push(rankGroup);
    this.job.push(job);
  }

  at(place: number): Traits {
    return { status: this.status.at(place), rankGroup: this.rankGroup.at(place), job: this.job.at(place) };
  }

  arrange(order: Uint32Array): void {
    for (const column of [this.status, this.rankGroup, this.job]) column.arrange(order);
  }
}

/** What people were before a day, the latest day first: rows of those who have changed since, and of nobody else. */
export class TraitsBefore {
  readonly traits = new TraitsColumns();
  #person: Int32Array = new Int32Array();
  #before: Int32Array = new Int32Array();

  static async load(db: Kysely<Database>, placeOf: (personId: string) => number): Promise<TraitsBefore> {
    const before = new TraitsBefore();
    const [people, days] = [new GrowingNumbers(), new GrowingNumbers()];
    const rows = db
      .selectFrom('person_before')
      .select(['person_id', 'before_date', 'status', 'rank_group', 'job'])
      .orderBy('before_date', 'desc')
      .stream();
    for await (const row of rows) {
      people.push(placeOf(row.person_id));
      days.push(numberOfDay(row.before_date));
      before.traits.push({ status: row.status, rankGroup: row.rank_group, job: row.job });
    }
    before.#person = people.toArray();
    before.#before = days.toArray();
    return before;
  }

  /** For each of so many people, 1 + the row that says what they were on a day; 0 for who has not changed since. Null when nobody has. */
  rowsOn(day: number, peopleCount: number): Int32Array | null {
    if (this.#before.length === 0 || this.#before[0]! <= day) return null;
    const rows = new Int32Array(peopleCount);
    // The earliest day after the one asked for comes last, and is the one that says it.
    for (let row = 0; row < this.#before.length && this.#before[row]! > day; row += 1)
      rows[this.#person[row]!] = row + 1;
    return rows;
  }
}
