import { sql, type Kysely, type Transaction } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '#db/schema.ts';
import { inSharedTransaction } from '#platform/db/in-shared-transaction.ts';
import { testDatabase } from '#tests/support/test-database.ts';

async function notes(): Promise<{ db: Kysely<Database>; written(): Promise<number[]> }> {
  const db = await testDatabase();
  await sql`create table note (number integer not null, batch integer not null)`.execute(db);
  return {
    db,
    async written() {
      const { rows } = await sql<{ number: number }>`select number from note order by number`.execute(db);
      return rows.map(({ number }) => number);
    },
  };
}

const transactions = new WeakMap<object, number>();
let count = 0;

/** Writes a number, and which transaction it was in. */
const write = (number: number) => async (trx: Transaction<Database>) => {
  if (!transactions.has(trx)) transactions.set(trx, (count += 1));
  await sql`insert into note (number, batch) values (${number}, ${transactions.get(trx)})`.execute(trx);
  return number;
};

test('writes that come together share a transaction, each with its own result', async () => {
  const { db, written } = await notes();
  const numbers = Array.from({ length: 40 }, (_, number) => number);
  expect(await Promise.all(numbers.map((number) => inSharedTransaction(db, write(number))))).toEqual(numbers);
  expect(await written()).toEqual(numbers);
  const { rows } = await sql<{ batches: number }>`select count(distinct batch) as batches from note`.execute(db);
  expect(rows[0]!.batches).toBeLessThan(5);
  expect(await inSharedTransaction(db, write(99))).toBe(99);
});

test('one that fails takes its own writes back, and nobody else’s', async () => {
  const { db, written } = await notes();
  const failing = async (trx: Transaction<Database>) => {
    await write(2)(trx);
    throw new Error('no more');
  };
  const results = await Promise.allSettled([
    inSharedTransaction(db, write(1)),
    inSharedTransaction(db, failing),
    inSharedTransaction(db, write(3)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await written()).toEqual([1, 3]);
});

test('nobody is told that it is done when the transaction is lost', async () => {
  const { db, written } = await notes();
  const losing = async (trx: Transaction<Database>) => {
    await write(2)(trx);
    await sql`rollback`.execute(trx);
  };
  const results = await Promise.allSettled([inSharedTransaction(db, write(1)), inSharedTransaction(db, losing)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await written()).toEqual([]);
  await inSharedTransaction(db, write(4));
  expect(await written()).toEqual([4]);
});

test('inside a transaction it is part of it', async () => {
  const { db, written } = await notes();
  const outer = db.transaction().execute(async (trx) => {
    await inSharedTransaction(trx, write(1));
    throw new Error('all of it');
  });
  await expect(outer).rejects.toThrow('all of it');
  expect(await written()).toEqual([]);
});
