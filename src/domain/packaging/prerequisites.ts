import type { ItemState } from './commit.ts';

type StateOf = (identifier: string) => ItemState | undefined;

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
    if (this.#take('*')) return this.#readCount(Number(word));
    if (this.#take('=')) return statusOf(this.#stateOf(word)) === this.#readStatus();
    if (this.#take('<>')) return statusOf(this.#stateOf(word)) !== this.#readStatus();
    return isDone(this.#stateOf(word));
  }

  #readCount(needed: number): boolean {
    if (!this.#take('{')) return this.#broken();
    let met = Number(this.readAny());
    while (this.#take(',')) met += Number(this.readAny());
    return this.#closed(met >= needed, '}');
  }

  #readStatus(): string {
    return (this.#next() ?? '').replaceAll('"', '').toLowerCase();
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

function isDone(state: ItemState | undefined): boolean {
  return state?.success === 'passed' || (state?.completion === 'completed' && state.success !== 'failed');
}

/** In the words of AICC; its abbreviations are their first letter. */
function statusOf(state: ItemState | undefined): string {
  if (!state) return 'not attempted';
  if (state.success !== 'unknown') return state.success;
  return state.completion === 'completed' ? 'completed' : 'incomplete';
}
