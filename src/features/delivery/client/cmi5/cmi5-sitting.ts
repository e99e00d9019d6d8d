import { systemClock } from '#platform/clock.ts';
import type { Interaction, Report } from '../tracker.ts';
import type { Launch, LaunchData } from './launch.ts';
import type { Kept, StateDocument } from './state-document.ts';
import { StatementQueue } from './statement-queue.ts';
import { answerStatement, cmi5Statement, type Cmi5Verb, type Said } from './statements.ts';

/** One opening of the module: it is initialized first and terminated last, and each verb is said once (cmi5 9.3). */
export class Cmi5Sitting {
  readonly #launch: Launch;
  readonly #data: LaunchData;
  readonly #queue: StatementQueue;
  readonly #state: StateDocument;
  readonly #said: Set<string>;
  /** Of what was said, what the system has taken. */
  #taken: string[];
  #isOver = false;

  constructor(launch: Launch, data: LaunchData, { state, kept }: { state: StateDocument; kept: Kept }) {
    this.#launch = launch;
    this.#data = data;
    this.#queue = new StatementQueue(launch);
    this.#state = state;
    this.#said = new Set(kept.said);
    this.#taken = kept.said;
    this.#say('initialized', { seconds: 0, score: null });
  }

  /** False when something of it was not taken, or when the system only lets look around. */
  async report(now: Report): Promise<boolean> {
    if (this.#isOver) return false;
    if (this.#passes(now.score, now.isPassed)) this.#say('passed', now);
    if (now.isComplete) this.#say('completed', now);
    const said = ['passed', 'completed'].filter((verb) => this.#said.has(verb));
    const areTaken = await this.#queue.send();
    if (areTaken) this.#taken = said;
    if (!this.#isRecorded() || this.#isOver) return false;
    return (await this.#state.write(this.#kept(now))) && areTaken;
  }

  answer(interaction: Interaction): void {
    if (this.#isOver || !this.#isRecorded()) return;
    this.#queue.add(answerStatement(this.#sitting(), crypto.randomUUID(), interaction));
  }

  /** That an attempt was missed is said at the end alone: nothing may be passed after it in the same sitting. */
  end(now: Report): void {
    if (this.#isOver) return;
    const { latestScore } = now;
    if (latestScore !== null && !this.#said.has('passed') && !this.#passes(latestScore, now.isPassed))
      this.#say('failed', { ...now, score: latestScore });
    this.#say('terminated', now);
    this.#isOver = true;
    this.#queue.sendLast();
    if (this.#isRecorded()) this.#state.writeLast(this.#kept(now));
  }

  /** By the mark of the system where it gives one (cmi5 10.0), else by that of the module. */
  #passes(score: number | null, isPassed: boolean): boolean {
    const { masteryScore } = this.#data;
    return masteryScore === null ? isPassed : score !== null && score / 100 >= masteryScore;
  }

  #say(verb: Cmi5Verb, said: Said): void {
    const isOfSitting = verb === 'initialized' || verb === 'terminated';
    if (this.#said.has(verb) || (!isOfSitting && !this.#isRecorded())) return;
    this.#said.add(verb);
    const made = { id: crypto.randomUUID(), at: systemClock.now() };
    this.#queue.add(cmi5Statement(this.#sitting(), made, verb, said));
  }

  /** Only a normal opening is recorded; the others are for looking around (cmi5 10.0, launchMode). */
  #isRecorded(): boolean {
    return this.#data.launchMode === 'Normal';
  }

  #sitting() {
    return { launch: this.#launch, data: this.#data };
  }

  #kept({ suspendData, location }: Report): Kept {
    return { suspendData, location, said: this.#taken };
  }
}
