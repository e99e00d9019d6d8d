import type { Commit, GlobalObjective, Outcome, RuntimeData } from '#domain/packaging/commit.ts';
import type { LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { Item } from '#domain/packaging/manifest.ts';
import { furthest } from '#domain/packaging/merge-commits.ts';
import { reportedOutcome } from '#domain/packaging/reported-outcome.ts';
import type { RuntimeEvents } from './guarded-api.ts';
import { secondsOf } from './durations.ts';

/** What one item says now, as its run-time has it. */
export interface ItemReport {
  data: RuntimeData;
  /** As the item reported it; `''` when it did not. */
  sessionTime: string;
  sequencing: string | null;
  objectives: Record<string, GlobalObjective>;
  sharedData: Record<string, string>;
}

/** How long changes are gathered: authoring tools set a dozen values at a time. */
const GATHERED_IN_MS = 500;

/** What is worth sending at once. */
const URGENT = /(lesson_status|completion_status|success_status|score\.(raw|scaled)|progress_measure|exit)$/;

let lastSequence = 0;

/** How far each item has come since the shell was opened: what a later commit says must not depend on the earlier ones' arrival. */
const reachedByItem = new Map<string, Outcome>();

/** Commits of one launch are in order, also after a reload of its tab. */
function nextSequence(first: number): number {
  lastSequence = Math.max(lastSequence + 1, first, Math.round(performance.timeOrigin + performance.now()));
  return lastSequence;
}

/** One item while it is open: hears what it does, and says so soon. */
export class ItemSession implements RuntimeEvents {
  readonly item: Item;
  isTerminated = false;
  readonly #plan: LaunchPlan;
  readonly #report: () => ItemReport;
  readonly #send: (commit: Commit) => void;
  readonly #afterwards: () => void;
  readonly #openedAt = performance.now();
  readonly #secondsBefore: number;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isOver = false;

  constructor(
    plan: LaunchPlan,
    item: Item,
    {
      report,
      send,
      secondsBefore,
      onTerminated,
    }: {
      report: () => ItemReport;
      send: (commit: Commit) => void;
      /** Of this item in this launch, before it was opened again. */
      secondsBefore: number;
      onTerminated: () => void;
    },
  ) {
    this.#plan = plan;
    this.item = item;
    this.#report = report;
    this.#send = send;
    this.#secondsBefore = secondsBefore;
    this.#afterwards = onTerminated;
  }

  onInitialize(): void {
    this.#soon(0);
  }

  onSet(name: string): void {
    this.#soon(URGENT.test(name) ? 0 : GATHERED_IN_MS);
  }

  onCommit(): void {
    this.commitNow();
  }

  onTerminate(): void {
    this.isTerminated = true;
    this.commitNow();
    this.#afterwards();
  }

  /** Says what the item has said, unless it was closed already. */
  commitNow(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#isOver) return;
    const { sessionTime, ...said } = this.#report();
    const now = reportedOutcome(this.#plan.standard, said.data, this.isTerminated);
    const reached = furthest(reachedByItem.get(this.item.identifier) ?? null, now);
    reachedByItem.set(this.item.identifier, reached);
    this.#send({
      item: this.item.identifier,
      launch: this.#plan.launch,
      sequence: nextSequence(this.#plan.firstSequence),
      sessionSeconds: this.seconds(sessionTime),
      isTerminated: this.isTerminated,
      reached,
      ...said,
    });
  }

  /** Says at once what was waiting to be said. */
  flush(): void {
    if (this.#timer !== null) this.commitNow();
  }

  /** What this launch has given to the item so far. */
  seconds(sessionTime: string): number {
    const measured = Math.round((performance.now() - this.#openedAt) / 1000);
    const reported = sessionTime === '' ? null : secondsOf(sessionTime);
    return this.#secondsBefore + Math.min(reported ?? measured, 31_000_000);
  }

  /** Says the last of it; whatever comes afterwards is not heard. */
  close(): void {
    this.commitNow();
    this.#isOver = true;
  }

  /** Urgent changes wait for the end of the turn alone, where a score and its bounds are set one after the other. */
  #soon(wait: number): void {
    // A page that goes has no later.
    if (document.visibilityState === 'hidden') return this.commitNow();
    if (this.#timer !== null && wait > 0) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.commitNow(), wait);
  }
}
