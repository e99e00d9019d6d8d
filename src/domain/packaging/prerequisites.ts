import type { ItemState } from './commit.ts';

/** What a script asks of an item. */
export type Progress = Pick<ItemState, 'completion' | 'success'>;

/** Undefined of an item that has said nothing yet, null of what is no item of the plan. */
type StateOf = (identifier: string) => Progress | undefined | null;

/**
 * Whether the prerequisites of an item are met: an AICC script (SCORM 1.2 CAM 2.3.2.5.1) over the states of other items, with
 * `&`, `|`, `~`, parentheses, `=`, `<>` and « n of » (`2*{a,b,c}`). One that cannot be read locks nothing: nobody is kept out
 * of a course by a mistake of its manifest.
 */
export function prerequisitesMet(script: string | null, stateOf: StateOf): boolean {
  if (script === null || script.trim() === '') return true;
  const words = script.match(/<>|[&|~()={},*]|"[^"]*"|[^\s&|~()={},*<>"]+/g) ?? [];
  const reader = new ScriptReader(words, stateOf);
  const isMet = reader.readAny();
  return reader.isWhole ? isMet : true;
}

class ScriptReader {
  readonly #words: string[];
  readonly #stateOf: StateOf;
  #place = 0;
  #isBroken = false;

  constructor(words: readonly string[], stateOf: StateOf) {
    this.#words = [...words];
    this.#stateOf = stateOf;
  }

  /** Everything was read, and understood. */
  get isWhole(): boolean {
    return !this.#isBroken && this.#place === this.#words.length;
  }

  readAny(): boolean {
    let isMet = this.#readAll();
    while (this.#take('|')) isMet = this.#readAll() || isMet;
    return isMet;
  }

  #readAll(): boolean {
    let isMet = this.#readOne();
    while (this.#take('&')) isMet = this.#readOne() && isMet;
    return isMet;
  }

  #readOne(): boolean {
    if (this.#take('~')) return !this.#readOne();
    if (this.#take('(')) return this.#closed(this.readAny(), ')');
    const word = this.#next();
    if (word === null || /^[&|)=<>{},*]/.test(word)) return this.#broken();
    if (this.#take('*')) return this.#readCount(word);
    const state = this.#stateOf(word);
    if (state === null) return this.#broken();
    if (this.#take('=')) return statusOf(state) === this.#readStatus();
    if (this.#take('<>')) return statusOf(state) !== this.#readStatus();
    return isDone(state);
  }

  #readCount(word: string): boolean {
    const needed = Number(word);
    if (!Number.isInteger(needed) || !this.#take('{')) return this.#broken();
    let met = Number(this.readAny());
    while (this.#take(',')) met += Number(this.readAny());
    return this.#closed(met >= needed, '}');
  }

  #readStatus(): string {
    const status = (this.#next() ?? '').replaceAll('"', '').trim().toLowerCase();
    const word = STATUSES.find((known) => known === status || known[0] === status);
    if (word === undefined) this.#broken();
    return word ?? '';
  }

  #closed(value: boolean, end: string): boolean {
    return this.#take(end) ? value : this.#broken();
  }

  #broken(): boolean {
    this.#isBroken = true;
    this.#place = this.#words.length;
    return true;
  }

  #take(word: string): boolean {
    if (this.#words[this.#place] !== word) return false;
    this.#place += 1;
    return true;
  }

  #next(): string | null {
    const word = this.#words[this.#place] ?? null;
    this.#place += 1;
    return word;
  }
}

/** Whether an item is done, as an identifier alone asks. */
export function isDone(state: Progress | undefined): boolean {
  return state?.success === 'passed' || (state?.completion === 'completed' && state.success !== 'failed');
}

/** The words of AICC; each is known by its first letter. */
const STATUSES = ['passed', 'completed', 'browsed', 'failed', 'incomplete', 'not attempted'];

function statusOf(state: Progress | undefined): string {
  if (!state) return 'not attempted';
  if (state.success !== 'unknown') return state.success;
  return state.completion === 'completed' ? 'completed' : 'incomplete';
}
