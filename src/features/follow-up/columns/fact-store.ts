import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ProgrammeColumns } from '#domain/obligation/fact-columns.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Clock } from '#platform/clock.ts';
import { listProgrammeModuleIds } from '../programme-queries.ts';
import { loadOrganisation, type OrganisationColumns } from './organisation-columns.ts';
import { loadLearning, loadObligations } from './programme-columns.ts';

/** The facts of a programme as they were read together, and when. */
export interface FactsRead {
  organisation: OrganisationColumns;
  programme: ProgrammeColumns;
  moduleIds: readonly string[];
  readAt: Instant;
  /** Facts have changed since: what is shown is of `readAt`. */
  isStale: boolean;
  /** Names the state of the facts: the same name, the same figures. */
  revision: string;
}

type Topic = 'organisation' | 'obligations' | 'learning';
type Revisions = Record<Topic, number>;

/** What takes less to read is read again whenever it has changed; the rest keeps its last state for a while. */
const READ_AT_ONCE_IN_MS = 1000;
/** A large organisation is not read again before this many times what reading it took. */
const REST_FACTOR = 8;

interface Kept {
  facts: FactsRead;
  revisions: Revisions;
  /** The loads of each topic, in milliseconds. */
  tookInMs: number;
  endedAt: number;
}

/**
 * Keeps the facts of programmes in memory, and reads again only what has changed. With a small organisation figures are
 * always of this instant; with a large one they may be some seconds old, and say so.
 */
export class FactStore {
  readonly #kept = new Map<string, Kept>();
  readonly #loading = new Map<string, Promise<Kept>>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * The facts of a programme, as fresh as can be had without keeping a page waiting.
   * @param isPatient true for what may wait, a file for instance: it gets the facts of this instant
   */
  async read(db: Kysely<Database>, programmeId: string, isPatient = false): Promise<FactsRead> {
    const revisions = await currentRevisions(db);
    const kept = this.#kept.get(programmeId);
    if (kept && isSame(kept.revisions, revisions)) return { ...kept.facts, isStale: false };
    if (!kept) return (await this.#load(db, programmeId, null)).facts;
    if (isPatient || kept.tookInMs <= READ_AT_ONCE_IN_MS) return (await this.#load(db, programmeId, kept)).facts;
    if (performance.now() - kept.endedAt > REST_FACTOR * kept.tookInMs)
      // Behind the page: a failure is met again, and thrown, by the next one that waits.
      this.#load(db, programmeId, kept).catch(() => {});
    return { ...kept.facts, isStale: true };
  }

  #load(db: Kysely<Database>, programmeId: string, kept: Kept | null): Promise<Kept> {
    const running = this.#loading.get(programmeId);
    if (running) return running;
    const load = this.#readAgain(db, programmeId, kept).finally(() => this.#loading.delete(programmeId));
    this.#loading.set(programmeId, load);
    return load;
  }

  async #readAgain(db: Kysely<Database>, programmeId: string, kept: Kept | null): Promise<Kept> {
    const startedAt = performance.now();
    const readAt = this.#clock.now();
    const revisions = await currentRevisions(db);
    const hasMoved = (...topics: Topic[]) =>
      !kept || topics.some((topic) => kept.revisions[topic] !== revisions[topic]);
    const organisation = hasMoved('organisation') ? await this.#organisation(db, revisions) : kept!.facts.organisation;
    const moduleIds = await listProgrammeModuleIds(db, programmeId);
    const { people } = organisation;
    const obligations = hasMoved('organisation', 'obligations')
      ? await loadObligations(db, programmeId, moduleIds, people)
      : kept!.facts.programme;
    const learning = hasMoved('organisation', 'obligations', 'learning')
      ? await loadLearning(db, moduleIds, people)
      : kept!.facts.programme;
    const read: Kept = {
      facts: {
        organisation,
        programme: { ...obligations, begun: learning.begun, completions: learning.completions },
        moduleIds,
        readAt,
        isStale: false,
        revision: nameOf(revisions),
      },
      revisions,
      tookInMs: performance.now() - startedAt,
      endedAt: performance.now(),
    };
    this.#kept.set(programmeId, read);
    // What reading a large organisation leaves behind would lie there until the next one.
    if (read.tookInMs > READ_AT_ONCE_IN_MS) globalThis.gc?.();
    return read;
  }

  /** Programmes share one reading of the organisation. */
  async #organisation(db: Kysely<Database>, revisions: Revisions): Promise<OrganisationColumns> {
    for (const kept of this.#kept.values())
      if (kept.revisions.organisation === revisions.organisation) return kept.facts.organisation;
    return loadOrganisation(db);
  }
}

/** Names the state of every fact that figures are made of; another name once one of them has changed. */
export async function currentRevision(db: Kysely<Database>): Promise<string> {
  return nameOf(await currentRevisions(db));
}

const nameOf = (revisions: Revisions) => Object.values(revisions).join('-');

async function currentRevisions(db: Kysely<Database>): Promise<Revisions> {
  const rows = await db.selectFrom('fact_revision').select(['topic', 'revision']).execute();
  return Object.fromEntries(rows.map(({ topic, revision }) => [topic, revision])) as Revisions;
}

function isSame(one: Revisions, other: Revisions): boolean {
  return Object.entries(one).every(([topic, revision]) => other[topic as Topic] === revision);
}
