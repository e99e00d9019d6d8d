import { callXapi, type Launch } from './launch.ts';
import type { Statement } from './statements.ts';

/** A statement that does not please, or comes when no more is taken: sent again it would not please either. */
const REFUSED = [400, 403, 409];

/**
 * Sends statements one after the other, in the order in which they are made. What does not arrive goes with the next; what the
 * system refuses is not sent again, and holds back nothing.
 */
export class StatementQueue {
  readonly #launch: Launch;
  readonly #waiting: Statement[] = [];
  #sending: Promise<boolean> | null = null;

  constructor(launch: Launch) {
    this.#launch = launch;
  }

  add(statement: Statement): void {
    this.#waiting.push(statement);
  }

  /** True when all that was waiting has been taken. */
  send(): Promise<boolean> {
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = null));
    return this.#sending;
  }

  /** Sends all that waits in one request, without waiting for what is under way: the page goes. */
  sendLast(): void {
    void callXapi(this.#launch, 'POST', 'statements', this.#waiting);
  }

  async #sendAll(): Promise<boolean> {
    let areTaken = true;
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const response = await callXapi(this.#launch, 'POST', 'statements', next);
      const isRefused = response !== null && REFUSED.includes(response.status);
      if (!response?.ok) areTaken = false;
      if (!response?.ok && !isRefused) return false;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
    }
    return areTaken;
  }
}
