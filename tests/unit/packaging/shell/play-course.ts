import type { GlobalObjective, ItemState } from '#domain/packaging/commit.ts';
import type { LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { Item, Organization } from '#domain/packaging/manifest.ts';
import { readManifest } from '#domain/packaging/manifest/read-manifest.ts';
import { itemsInOrder } from '#features/package-player/shell/activity.ts';
import { keptObjectives, keptState } from '#features/package-player/shell/engine.ts';
import { Navigator } from '#features/package-player/shell/navigator.ts';
import { startingData2004 } from '#features/package-player/shell/starting-data-2004.ts';
import { parseXml } from '#platform/xml/parse-xml.ts';

/** What is kept of a course between two launches. */
export interface Kept {
  sequencing: string;
  objectives: Record<string, GlobalObjective>;
  sharedData: Record<string, string>;
}

/** A course that is played as the shell plays it, without a browser. */
export class PlayedCourse {
  readonly navigator: Navigator;
  readonly #items: Item[];
  /** The item that is open. */
  item: string | null = null;
  isResumed = false;

  constructor(manifest: string, kept: Partial<Kept> = {}) {
    const plan = planOf(manifest, kept);
    this.#items = itemsInOrder(plan.organization.items).map(({ item }) => item);
    this.navigator = new Navigator(plan, { onChange: () => {} });
  }

  get #engine() {
    return this.navigator.course.engine;
  }

  begin(done: readonly string[] = []): this {
    const launching = this.#items.filter(({ resource }) => resource !== null);
    this.navigator.begin(launching, ({ identifier }) => done.includes(identifier));
    return this.#open();
  }

  /** Values that the open item sets, from `Initialize` on. */
  set(values: Record<string, string>): this {
    if (!this.#engine.isInitialized()) this.#engine.lmsInitialize('');
    for (const [name, value] of Object.entries(values)) {
      if (String(this.#engine.lmsSetValue(name, value)) !== 'true') throw new Error(`${name} is refused`);
      this.navigator.noteSet(name, value);
    }
    return this;
  }

  get(name: string): string {
    if (!this.#engine.isInitialized()) this.#engine.lmsInitialize('');
    return String(this.#engine.lmsGetValue(name));
  }

  /** The item ends by itself; what its rules give is opened. */
  end(values: Record<string, string> = {}): this {
    this.set(values);
    this.#engine.lmsFinish('');
    this.item = null;
    return this.#open();
  }

  /** The learner asks; an item that runs ends with it. */
  ask(request: 'continue' | 'previous' | 'choice' | 'suspendAll', target?: string): this {
    const asked = target === undefined ? { request } : { request, target };
    if (this.#engine.isInitialized()) this.navigator.terminate(asked);
    else this.navigator.go(asked);
    this.item = null;
    return this.#open();
  }

  /** What was kept at the last commit, wherever the item was. */
  kept(): Kept {
    return {
      sequencing: keptState(this.navigator.course),
      objectives: keptObjectives(this.#engine),
      sharedData: this.#engine.captureSharedDataSnapshot(),
    };
  }

  canContinue(): boolean {
    return this.navigator.mayTry({ request: 'continue' }, this.#engine.isInitialized());
  }

  #open(): this {
    const delivery = this.navigator.take();
    if (!delivery) return this;
    const item = this.#items.find(({ identifier }) => identifier === delivery.item)!;
    this.item = item.identifier;
    this.isResumed = delivery.isResumed;
    this.#engine.reset({}, { resetTotalTime: true });
    const state = { data: {}, secondsByLaunch: { 1: 90 } } as unknown as ItemState;
    this.#engine.loadFromJSON(
      { cmi: startingData2004(item, { state, isResumed: delivery.isResumed, learnerId: 'someone' }) },
      '',
    );
    return this;
  }
}

function planOf(manifest: string, kept: Partial<Kept>): LaunchPlan {
  const xml = parseXml(Buffer.from(manifest));
  if (xml.kind === 'refused') throw new Error(xml.finding.message);
  const { manifest: read } = readManifest(xml.root, { folder: '', files: ['a.html', 'b.html', 'c.html', 'd.html'] });
  if (!read) throw new Error('the manifest is refused');
  return {
    standard: read.standard,
    organization: read.organizations[0] as Organization,
    sequencing: null,
    objectives: {},
    sharedData: {},
    ...kept,
  } as LaunchPlan;
}
