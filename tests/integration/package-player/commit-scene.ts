import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { amina } from '#db/seeds/cast.ts';
import type { Database } from '#db/schema.ts';
import type { Commit, ItemState, RuntimeData } from '#domain/packaging/commit.ts';
import { receiveCommit, type ReceiveCommitResult } from '#features/package-player/receive-commit.ts';
import { actAt, admit } from '#tests/support/learner.ts';
import { openSignedIn } from '#tests/support/packages/open-signed-in.ts';
import { installPackage, type Installing } from '#tests/support/packages/sample-packages.ts';
import { testDatabase } from '#tests/support/test-database.ts';

export interface CommitScene {
  db: Kysely<Database>;
  dataFolder: string;
  attemptId: string;
  code: string;
  /** Receives a commit of the attempt at a time, « 10:05 » for instance. */
  receive(said: Partial<Commit>, time?: string): Promise<ReceiveCommitResult>;
  /** Opens the package again, in another tab; gives the attempt, which may be another one. */
  open(time: string): Promise<string>;
  stateOf(item: string): Promise<ItemState | null>;
}

/** Amina with a package of hers open for the first time, at 10:00. */
export async function openedPackage(installing: Installing = {}): Promise<CommitScene> {
  const db = await testDatabase();
  await admit(db);
  const dataFolder = await mkdtemp(join(tmpdir(), 'reperes-lecture-'));
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const { code } = await installPackage({ db, dataFolder }, installing);
  const open = async (time: string): Promise<string> => {
    const opened = await openSignedIn(db, actAt(time), { code, takeOver: true });
    if (opened.outcome !== 'opened') throw new Error(opened.outcome);
    const launch = await db
      .selectFrom('package_launch')
      .where('id', '=', opened.launchId)
      .select('attempt_id')
      .executeTakeFirstOrThrow();
    return launch.attempt_id;
  };
  const attemptId = await open('10:00');
  return {
    db,
    dataFolder,
    attemptId,
    code,
    open,
    receive: (said, time = '10:05') =>
      receiveCommit(db, { attemptId, commit: { ...SAYING_NOTHING, ...said }, now: actAt(time).at, requestId: null }),
    async stateOf(item) {
      const row = await db
        .selectFrom('package_item')
        .where('attempt_id', '=', attemptId)
        .where('item', '=', item)
        .select('state')
        .executeTakeFirst();
      return row ? (JSON.parse(row.state) as ItemState) : null;
    },
  };
}

export const SAYING_NOTHING: Commit = {
  item: 'lecon',
  launch: 1,
  sequence: 1,
  data: {},
  sessionSeconds: 10,
  sequencing: null,
  objectives: {},
  sharedData: {},
  isTerminated: false,
  reached: null,
};

/** The data of an item of SCORM 1.2 with these elements of `cmi.core`. */
export const core = (said: RuntimeData): RuntimeData => ({ cmi: { core: said } });

/** The data of an item of SCORM 2004. */
export const cmi = (said: RuntimeData): RuntimeData => ({ cmi: said });

/** Every row that a commit may write, so that « nothing changed » means nothing. */
export async function everythingKept(db: Kysely<Database>): Promise<Record<string, unknown[]>> {
  return {
    attempts: await db.selectFrom('package_attempt').selectAll().orderBy('id').execute(),
    commits: await db
      .selectFrom('package_commit')
      .selectAll()
      .orderBy('attempt_id')
      .orderBy('launch')
      .orderBy('sequence')
      .execute(),
    items: await db.selectFrom('package_item').selectAll().orderBy('attempt_id').orderBy('item').execute(),
    objectives: await db.selectFrom('package_objective').selectAll().orderBy('scope').orderBy('objective').execute(),
    completions: await db.selectFrom('completion').selectAll().orderBy('id').execute(),
    journal: await db.selectFrom('journal').selectAll().orderBy('id').execute(),
  };
}

export const AMINA = amina.personId;
