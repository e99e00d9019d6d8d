import { callXapi, stateAddress, type Launch } from './launch.ts';

const STATE = 'reperes';

/** What is kept of a registration beside its statements. */
export interface Kept {
  suspendData: string;
  location: string;
  /** What may be said once in a registration, whatever the sittings (cmi5 9.3), and was taken. */
  said: string[];
}

/** The document of this module in the state of its activity; the latest one is written last. */
export class StateDocument {
  readonly #launch: Launch;
  #latest: Kept | null = null;
  #writing: Promise<boolean> | null = null;

  constructor(launch: Launch) {
    this.#launch = launch;
  }

  async read(): Promise<Kept> {
    const response = await callXapi(this.#launch, 'GET', stateAddress(this.#launch, STATE));
    const kept = response?.ok ? ((await response.json().catch(() => null)) as Partial<Kept> | null) : null;
    return { suspendData: kept?.suspendData ?? '', location: kept?.location ?? '', said: kept?.said ?? [] };
  }

  /** True once it is written, or one that came after it. */
  write(kept: Kept): Promise<boolean> {
    this.#latest = kept;
    this.#writing ??= this.#writeLatest().finally(() => (this.#writing = null));
    return this.#writing;
  }

  /** Writes it at once, whatever is under way: the page goes. */
  writeLast(kept: Kept): void {
    this.#latest = kept;
    void this.#put(kept);
  }

  async #writeLatest(): Promise<boolean> {
    for (;;) {
      const kept = this.#latest!;
      const isWritten = await this.#put(kept);
      if (!isWritten || kept === this.#latest) return isWritten;
    }
  }

  async #put(kept: Kept): Promise<boolean> {
    const response = await callXapi(this.#launch, 'PUT', stateAddress(this.#launch, STATE), kept);
    return response?.ok ?? false;
  }
}
