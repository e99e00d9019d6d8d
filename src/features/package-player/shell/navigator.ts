import type { LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { Item } from '#domain/packaging/manifest.ts';
import { choicesAhead } from './choices-ahead.ts';
import { keptState, newCourse, restoreCourse, type Course } from './engine.ts';
import type { EngineListeners, NavigationValidity } from './run-time-2004.ts';

export interface NavigationRequest {
  request: 'start' | 'resumeAll' | 'continue' | 'previous' | 'choice' | 'exitAll' | 'suspendAll';
  target?: string;
}

/** An activity that the engine gave to play. */
export interface Delivery {
  item: string;
  /** The attempt on it goes on; otherwise a new one begins. */
  isResumed: boolean;
}

/** What an item sets that rules look at. */
const TRACKED = /^cmi\.(completion_status|success_status|progress_measure|score\.|objectives\.)/;

/** Where one is in a course: asks the engine, and remembers what it delivers until that is played. */
export class Navigator {
  course: Course;
  delivered: Delivery | null = null;
  readonly #plan: LaunchPlan;
  readonly #onChange: () => void;
  #validity: NavigationValidity | null = null;
  #isOver = false;
  #choices: ReadonlySet<string> | null = null;
  readonly #said = new Map<string, string>();

  constructor(plan: LaunchPlan, { onChange }: { onChange: () => void }) {
    this.#plan = plan;
    this.#onChange = onChange;
    this.course = newCourse(plan, this.#listeners());
  }

  /** Goes back to where one was, or starts; false when the learner has to choose. */
  begin(launching: readonly Item[], isDone: (item: Item) => boolean): boolean {
    const isKnown = restoreCourse(this.course, this.#plan);
    if (!isKnown) return this.go({ request: 'start' }) || this.#goToOnly(launching);
    // A tab that went without a word had not suspended: that is done now.
    this.go({ request: 'suspendAll' });
    if (this.go({ request: 'resumeAll' })) return true;
    const next = launching.find((item) => !isDone(item) && this.canChoose(item.identifier));
    if (next && this.go({ request: 'choice', target: next.identifier })) return true;
    if (this.go({ request: 'continue' })) return true;
    return this.#goToOnly(launching) || (this.go({ request: 'exitAll' }), this.go({ request: 'start' }));
  }

  /** Asks the engine; true when it delivers something. */
  go({ request, target }: NavigationRequest): boolean {
    // Once nothing runs, there is nothing to suspend: the engine would suspend what is around it, and never resume it.
    if (request === 'suspendAll' && !this.#current()?.isActive) return false;
    this.#reopen();
    this.#choices = null;
    this.course.engine.processNavigationRequest(request, target);
    return this.delivered !== null;
  }

  /**
   * Ends the item that runs, and goes where the learner asks; answers as `Terminate` does. A choice is asked once the item has
   * ended: before, the engine would hold against it what the item's results are about to open. What rules then give instead
   * stands, as the specification has it (TB.2.3).
   */
  terminate(asked: NavigationRequest): string {
    const { engine } = this.course;
    this.#choices = null;
    engine.adl.nav.request = asked.request === 'choice' ? '_none_' : asked.request;
    const answer = String(engine.lmsFinish(''));
    if (asked.request === 'choice' && answer === 'true' && !this.delivered) this.go(asked);
    return answer;
  }

  /** The delivery that waits, once. */
  take(): Delivery | null {
    const delivery = this.delivered;
    this.delivered = null;
    return delivery;
  }

  current(): string | null {
    return this.#current()?.id ?? null;
  }

  /** What the open item has set counts as if it ended now. */
  canChoose(item: string): boolean {
    this.#choices ??= choicesAhead(this.#plan, this.course, this.#said);
    return this.#choices.has(item);
  }

  /** The open item has set a value. */
  noteSet(name: string, value: string): void {
    if (!TRACKED.test(name)) return;
    this.#said.set(name, value);
    this.#choices = null;
  }

  /** Whether it is worth ending the item that runs for this. */
  mayTry({ request, target }: NavigationRequest, isLive: boolean): boolean {
    if (request === 'choice') return target !== undefined && this.canChoose(target);
    if (request !== 'continue' && request !== 'previous') return true;
    const preview = isLive ? this.course.engine.previewNavigationRequest(request).outcome : 'unknown';
    return preview === 'unknown' ? this.#validity?.[request] === true : preview === 'allowed';
  }

  /** A sequencing session that has ended takes no request: another one goes on from its state. */
  #reopen(): void {
    if (!this.#isOver || this.course.engine.getSequencingService()?.getSequencingState().isInitialized) return;
    const sequencing = keptState(this.course);
    this.course = newCourse(this.#plan, this.#listeners());
    restoreCourse(this.course, { ...this.#plan, sequencing, objectives: {} });
    this.#isOver = false;
  }

  /** A course that gives no way into it but by choice, and has one thing to play. */
  #goToOnly(launching: readonly Item[]): boolean {
    const [only, ...others] = launching;
    return only !== undefined && others.length === 0 && this.go({ request: 'choice', target: only.identifier });
  }

  #listeners(): EngineListeners {
    return {
      onActivityDelivery: ({ id, deliveryWasResumed }) => {
        this.delivered = { item: id, isResumed: deliveryWasResumed };
        this.#choices = null;
        this.#said.clear();
      },
      onSequencingSessionEnd: () => {
        this.#isOver = true;
        this.#choices = null;
      },
      onNavigationValidityUpdate: (validity) => {
        this.#validity = validity;
        this.#choices = null;
        this.#onChange();
      },
    };
  }

  #current() {
    return this.course.engine.getSequencingService()?.getSequencingState().currentActivity ?? null;
  }
}
