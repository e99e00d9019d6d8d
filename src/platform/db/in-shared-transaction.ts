import { setImmediate as otherRequests } from 'node:timers/promises';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { whenFree } from './when-free.ts';

type Write = (trx: Transaction<Database>) => Promise<unknown>;

interface Waiting {
  write: Write;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** Longer, and whoever comes first would wait for too many others. */
const MOST_TOGETHER = 32;

/** What waits to be written, by database; there while something is being written. */
const queues = new WeakMap<Kysely<Database>, Waiting[]>();

/**
 * Runs a small write in a transaction that others who come at the same time share: waiting for the disk is most of what a write
 * costs, and once is enough for all of them. Each is whole or not at all, whatever becomes of the others, and none is told
 * that it is done before it is on the disk.
 */
export function inSharedTransaction<Result>(
  db: Kysely<Database>,
  write: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  if (db.isTransaction) return write(db as Transaction<Database>);
  return new Promise<Result>((resolve, reject) => {
    const waiting: Waiting = { write, resolve: resolve as Waiting['resolve'], reject };
    const queue = queues.get(db);
    if (queue) queue.push(waiting);
    else {
      queues.set(db, [waiting]);
      void writeAll(db);
    }
  });
}

async function writeAll(db: Kysely<Database>): Promise<void> {
  const queue = queues.get(db)!;
  while (queue.length > 0) {
    // Whoever has been heard in the meantime is written with the others.
    await otherRequests();
    await writeTogether(db, queue.splice(0, MOST_TOGETHER));
  }
  queues.delete(db);
}

async function writeTogether(db: Kysely<Database>, together: readonly Waiting[]): Promise<void> {
  try {
    const settle = await whenFree(() =>
      db.transaction().execute(async (trx) => {
        const settled: (() => void)[] = [];
        for (const waiting of together) settled.push(await writeOne(trx, waiting));
        return settled;
      }),
    );
    for (const one of settle) one();
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}

/** Gives what tells of it once all of them are on the disk. */
async function writeOne(trx: Transaction<Database>, { write, resolve, reject }: Waiting): Promise<() => void> {
  await sql`savepoint one`.execute(trx);
  try {
    const result = await write(trx);
    await sql`release one`.execute(trx);
    return () => resolve(result);
  } catch (error) {
    await sql`rollback to one`.execute(trx);
    await sql`release one`.execute(trx);
    return () => reject(error);
  }
}
