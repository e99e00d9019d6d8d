import type { Commit } from '#domain/packaging/commit.ts';

/**
 * The commits that were not received yet, in the application's own storage: a package can neither read nor erase them.
 * Each is the last of its item in one launch; what is older than a week is dropped.
 */
const DATABASE = 'reperes-lecture';
const STORE = 'commits';
const WEEK_IN_MS = 7 * 24 * 60 * 60 * 1000;

interface KeptCommit {
  key: string;
  attempt: string;
  launch: number;
  keptAt: number;
  commit: Commit;
}

/** In characters: what the server takes of one commit, and what a package may fill this storage with. */
const MOST_OF_ONE = 1_000_000;
const MOST_OF_ALL = 20_000_000;

/** Replaces what is kept of one launch. */
export async function keepCommits(attempt: string, launch: number, commits: readonly Commit[]): Promise<void> {
  const fitting = withinBounds(commits);
  await withStore('readwrite', (store, kept) => {
    for (const known of kept) if (known.attempt === attempt && known.launch === launch) store.delete(known.key);
    for (const commit of fitting)
      store.put({
        key: `${attempt}/${launch}/${commit.item}`,
        attempt,
        launch,
        keptAt: now(),
        commit,
      } satisfies KeptCommit);
  });
}

function withinBounds(commits: readonly Commit[]): Commit[] {
  let left = MOST_OF_ALL;
  return commits.filter((commit) => {
    const size = JSON.stringify(commit).length;
    if (size > MOST_OF_ONE || size > left) return false;
    left -= size;
    return true;
  });
}

/** What is kept of an attempt, whichever launch it comes from. */
export async function listKeptCommits(attempt: string): Promise<Commit[]> {
  const found: Commit[] = [];
  await withStore('readwrite', (store, kept) => {
    for (const known of kept)
      if (known.keptAt < now() - WEEK_IN_MS) store.delete(known.key);
      else if (known.attempt === attempt) found.push(known.commit);
  });
  return found;
}

/** Forgets those that were received. */
export async function forgetCommits(
  attempt: string,
  receipts: readonly Pick<Commit, 'item' | 'launch' | 'sequence'>[],
): Promise<void> {
  await withStore('readwrite', (store, kept) => {
    for (const { key, commit, attempt: of } of kept)
      if (
        of === attempt &&
        receipts.some(
          ({ item, launch, sequence }) =>
            item === commit.item && launch === commit.launch && sequence === commit.sequence,
        )
      )
        store.delete(key);
  });
}

/** In milliseconds since 1970, as this browser's clock has it. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

/** A browser that keeps nothing (private windows of some) changes nothing else: the shell goes on trying. */
function withStore(mode: IDBTransactionMode, work: (store: IDBObjectStore, kept: KeptCommit[]) => void): Promise<void> {
  // One after the other: what is forgotten must not come back.
  return (lastWork = lastWork.then(() => workOnStore(mode, work)));
}

let lastWork: Promise<void> = Promise.resolve();

async function workOnStore(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, kept: KeptCommit[]) => void,
): Promise<void> {
  const database = await opened().catch(() => null);
  if (!database) return;
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const store = transaction.objectStore(STORE);
      const all = store.getAll() as IDBRequest<KeptCommit[]>;
      all.onsuccess = () => work(store, all.result);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
  } catch {
    // Full, or refused: nothing was kept, and the page says that it is not received yet.
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}
