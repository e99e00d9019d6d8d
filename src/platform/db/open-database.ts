import SqliteDatabase from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely';
import type { Database } from '#db/schema.ts';
import { foldText } from './fold-text.ts';

export interface OpenOptions {
  /** `full` keeps an acknowledged write through a power cut; `off` is for files that are thrown away when building them fails. */
  durability?: 'full' | 'off';
  /** How long SQLite itself waits for another writer, holding the thread. A server does not: it tries again later (`whenFree`). */
  waitInMs?: number;
  /** Memory for pages of the file; more than SQLite's own 2 MiB is worth it for writing hundreds of thousands of rows. */
  cacheInMib?: number;
}

/** Opens (or creates) the database for reading and writing: one connection, through which all writes go. */
export function openDatabase(
  file: string,
  { durability = 'full', waitInMs = 5000, cacheInMib = 2 }: OpenOptions = {},
): Kysely<Database> {
  const sqlite = new SqliteDatabase(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma(`synchronous = ${durability}`);
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma(`busy_timeout = ${waitInMs}`);
  sqlite.pragma(`cache_size = ${-1024 * cacheInMib}`);
  addFunctions(sqlite);
  return new Kysely<Database>({ dialect: new ImmediateSqliteDialect({ database: withCachedStatements(sqlite) }) });
}

/**
 * Opens a read-only connection of its own, for an export or another long read: it sees one state of the
 * database for as long as its transaction lasts and delays nobody. The caller destroys it.
 */
export function openReader(file: string): Kysely<Database> {
  const sqlite = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
  sqlite.pragma('busy_timeout = 5000');
  addFunctions(sqlite);
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: withCachedStatements(sqlite) }) });
}

/** What SQL knows of ours: `folded(text)`, for searching and sorting names. */
function addFunctions(sqlite: SqliteDatabase.Database): void {
  sqlite.function('folded', { deterministic: true }, (text) => (typeof text === 'string' ? foldText(text) : null));
}

/** Takes the write lock when a transaction begins: one that reads first would otherwise fail when another process writes in between. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase.Database;

  constructor({ database }: { database: SqliteDatabase.Database }) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver({ database: this.#database });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

const MAX_CACHED_STATEMENTS = 500;

/** Compiling a statement costs more than most of ours take to run, and the same few hundred recur. */
function withCachedStatements(sqlite: SqliteDatabase.Database): SqliteDatabase.Database {
  const statements = new Map<string, SqliteDatabase.Statement>();
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = ((source: string) => {
    const cached = statements.get(source);
    if (cached) return cached;
    const statement = prepare(source);
    if (statements.size >= MAX_CACHED_STATEMENTS) statements.clear();
    statements.set(source, statement);
    return statement;
  }) as typeof sqlite.prepare;
  return sqlite;
}
