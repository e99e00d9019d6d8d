import SqliteDatabase from 'better-sqlite3';
import { newId } from '#platform/ids.ts';

/** How many times a second SQLite alone stores an answer with the same statements and the same durability, one after the other. */
export function rawTransactionsPerSecond(databaseFile: string, attemptId: string, seconds: number): number {
  const db = new SqliteDatabase(databaseFile);
  db.pragma('synchronous = full');
  const read = db.prepare('select count(*) as count from attempt_answer where attempt_id = ? and position = 2');
  const write = db.prepare(
    'insert into attempt_answer (event_id, attempt_id, position, sequence, choices, answered_at) values (?, ?, 2, ?, ?, ?)',
  );
  const save = db.transaction(() => {
    const { count } = read.get(attemptId) as { count: number };
    write.run(newId(), attemptId, count + 1, '["c1"]', '2026-11-23T09:00:00.000Z');
  });
  const end = performance.now() + seconds * 1000;
  let done = 0;
  for (; performance.now() < end; done += 1) save.immediate();
  db.close();
  return done / seconds;
}
