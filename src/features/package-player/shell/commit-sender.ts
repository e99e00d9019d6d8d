import type { Commit } from '#domain/packaging/commit.ts';
import { withoutElement } from '#domain/packaging/without-element.ts';
import type { LaunchEnd, ShellMessage } from '#domain/packaging/player-messages.ts';

/** Where a shell posts, below its own address. */
const COMMIT = 'commit';
const PRESENCE = 'presence';
const DEPARTURE = 'depart';

const FIRST_WAIT_IN_MS = 1000;
const LONGEST_WAIT_IN_MS = 20_000;
/** After this, and the time that a slow link takes, an answer is lost: a network that goes without a word fails nothing for minutes. */
const ANSWERED_IN_MS = 15_000;
const SLOWEST_CHARACTERS_PER_MS = 10;
const PRESENCE_EVERY_MS = 30_000;
/** Browsers drop what a closing page sends above 64 KiB. */
const BEACON_LIMIT = 60_000;
const MOST_ELEMENTS_TO_DROP = 20;

interface Received {
  received: string;
  isComplete: boolean;
  end: LaunchEnd | null;
}

/**
 * Sends commits one after the other until each is received. A later commit of an item stands for its earlier ones, so that
 * only the last of each waits; while it does, the page that frames the shell keeps it.
 */
export class CommitSender {
  readonly #waiting = new Map<string, Commit>();
  readonly #tell: (message: ShellMessage) => void;
  #sending: Promise<void> | null = null;
  #wait = FIRST_WAIT_IN_MS;
  #isOver = false;
  #wake: () => void = () => {};

  #isGone = false;

  /**
   * @param sayAll has the open item say at once what it was about to say
   */
  constructor(tell: (message: ShellMessage) => void, sayAll: () => void) {
    this.#tell = tell;
    window.addEventListener('online', () => this.#wake());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') {
        this.#wake();
        // Whoever comes back to this tab may be somebody else, after a sign-out in another one.
        return void this.#sayPresent();
      }
      sayAll();
      this.#sendAway();
    });
    window.addEventListener('pagehide', () => {
      sayAll();
      this.#sendAway();
      navigator.sendBeacon(DEPARTURE);
      this.#isGone = true;
    });
    window.addEventListener('pageshow', () => (this.#isGone = false));
    setInterval(() => void this.#sayPresent(), PRESENCE_EVERY_MS);
  }

  /** Takes charge of a commit; returns at once. */
  send(commit: Commit): void {
    this.#waiting.set(commit.item, commit);
    this.#keep();
    // A package says its last after the page around it has gone: nothing but a beacon outlives it then.
    if (this.#isGone) this.#sendAway();
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = null));
  }

  /** Resolves once nothing waits. */
  async whenEmpty(): Promise<void> {
    while (this.#sending) await this.#sending;
  }

  async #sendAll(): Promise<void> {
    while (!this.#isOver) {
      const [commit] = this.#waiting.values();
      if (!commit) return;
      const answer = await this.#post(commit);
      if (answer === 'again') await this.#pause();
      else this.#settle(commit, answer);
    }
  }

  #settle(commit: Commit, answer: Received | 'refused'): void {
    this.#wait = FIRST_WAIT_IN_MS;
    // Meanwhile the item may have said something more.
    if (this.#waiting.get(commit.item) === commit) this.#waiting.delete(commit.item);
    this.#keep();
    if (answer === 'refused') return;
    if (this.#waiting.size === 0) this.#tell({ kind: 'received', at: answer.received, isComplete: answer.isComplete });
    if (answer.end) this.#end(answer.end);
  }

  async #post(commit: Commit): Promise<Received | 'refused' | 'again'> {
    let sent = commit;
    for (let dropped = 0; dropped <= MOST_ELEMENTS_TO_DROP; dropped += 1) {
      const body = JSON.stringify(sent);
      const response = await fetch(COMMIT, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
        signal: AbortSignal.timeout(ANSWERED_IN_MS + body.length / SLOWEST_CHARACTERS_PER_MS),
      }).catch(() => null);
      const answer = (await response?.json().catch(() => null)) as (Received & { element?: string }) | null;
      if (response?.ok && typeof answer?.received === 'string') return answer;
      const element = response && refusedElement(response.status, answer);
      if (!element) return response && [400, 404].includes(response.status) ? 'refused' : 'again';
      this.#tell({ kind: 'refused', element });
      const rest = withoutElement(sent, element);
      // One value that is not valid must not lose the others.
      if (!rest) return 'refused';
      sent = rest;
    }
    return 'refused';
  }

  #pause(): Promise<void> {
    const wait = this.#wait;
    this.#wait = Math.min(wait * 2, LONGEST_WAIT_IN_MS);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** What is still to be said when the page goes: as a beacon, which outlives it. */
  #sendAway(): void {
    for (const commit of this.#waiting.values()) {
      const body = JSON.stringify(commit);
      if (body.length <= BEACON_LIMIT) navigator.sendBeacon(COMMIT, body);
    }
  }

  #keep(): void {
    this.#tell({ kind: 'kept', commits: [...this.#waiting.values()] });
  }

  async #sayPresent(): Promise<void> {
    if (this.#isOver) return;
    const response = await fetch(PRESENCE, { method: 'POST' }).catch(() => null);
    const answer = (await response?.json().catch(() => null)) as { end?: LaunchEnd | null } | null;
    if (answer?.end) this.#end(answer.end);
  }

  #end(why: LaunchEnd): void {
    this.#isOver = this.#waiting.size === 0;
    this.#tell({ kind: 'ended', why });
  }
}

/** What a refusal is about: of a commit that is too heavy, what is heaviest and needed least to go on. */
function refusedElement(status: number, answer: { element?: string } | null): string | null {
  if (status === 413) return 'cmi.interactions';
  return status === 422 ? (answer?.element ?? null) : null;
}
