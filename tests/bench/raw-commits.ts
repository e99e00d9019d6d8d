import SqliteDatabase from 'better-sqlite3';

/**
 * How many times a second SQLite alone keeps a state as long, and its receipt, with the same durability, one after the other:
 * what storing a commit costs at the least.
 */
export function rawCommitsPerSecond(databaseFile: string, state: string, seconds: number): number {
  const db = new SqliteDatabase(databaseFile);
  db.pragma('synchronous = full');
  const attempts = db.prepare('select id from package_attempt order by id').pluck().all() as string[];
  const read = db.prepare('select state from package_item where attempt_id = ? and item = ?').pluck();
  const keep = db.prepare(
    `insert into package_item (attempt_id, item, state, received_at) values (?, ?, ?, ?)
     on conflict do update set state = excluded.state, received_at = excluded.received_at`,
  );
  const note = db.prepare(
    'insert into package_commit (attempt_id, launch, sequence, item, digest, received_at) values (?, 1, ?, ?, ?, ?)',
  );
  const forget = db.prepare('delete from package_commit where attempt_id = ? and launch = 1 and sequence = ?');
  let sequence = 1_000_000_000;
  const save = db.transaction((attempt: string) => {
    const at = '2026-11-23T09:00:00.000Z';
    read.get(attempt, 'lecon');
    keep.run(attempt, 'plancher', state, at);
    note.run(attempt, (sequence += 1), 'plancher', 'd'.repeat(64), at);
    forget.run(attempt, sequence - 100 * attempts.length);
  });
  const end = performance.now() + seconds * 1000;
  let done = 0;
  for (; performance.now() < end; done += 1) save.immediate(attempts[done % attempts.length]!);
  db.prepare('delete from package_item where item = ?').run('plancher');
  db.prepare('delete from package_commit where item = ?').run('plancher');
  db.close();
  return done / seconds;
}
