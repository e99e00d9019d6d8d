import { z } from 'zod';
import { addDays, parseCivilDate, type CivilDate } from '#domain/time/civil-date.ts';
import { shortFrenchDate } from '#domain/time/french-dates.ts';

/** The detail of a deed, as the journal keeps it. */
export const DeedDetail = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type DeedDetail = z.output<typeof DeedDetail>;

type Named = 'programme' | 'unit' | 'module' | 'person';

/** The name of what a detail names by a slug, a code or an id; undefined for what is gone. */
export type NameOf = (kind: Named, key: string) => string | undefined;

/** Reads a detail key by key, and knows which keys nobody has read. */
export class DetailReader {
  readonly #detail: DeedDetail;
  readonly #nameOf: NameOf;
  readonly #left: Set<string>;

  constructor(detail: DeedDetail, nameOf: NameOf) {
    this.#detail = detail;
    this.#nameOf = nameOf;
    this.#left = new Set(Object.keys(detail));
  }

  /** What stands under a key; null for nothing. */
  text(key: string): string | null {
    this.#left.delete(key);
    const value = this.#detail[key] ?? null;
    return value === null ? null : String(value);
  }

  number(key: string): number {
    return Number(this.text(key) ?? 0);
  }

  /** « 03/05/2026 ». */
  day(key: string): string | null {
    const day = this.#civilDate(key);
    return day && shortFrenchDate(day);
  }

  /** The day before the one that stands there, which is the first that does not count. */
  dayBefore(key: string): string | null {
    const day = this.#civilDate(key);
    return day && shortFrenchDate(addDays(day, -1));
  }

  /** « du 03/05/2026 au 09/05/2026 »: `toKey` holds the first day after. */
  period(fromKey: string, toKey: string): string | null {
    const [from, to] = [this.day(fromKey), this.#civilDate(toKey)];
    if (from === null) return null;
    return to === null ? `à partir du ${from}` : `du ${from} au ${shortFrenchDate(addDays(to, -1))}`;
  }

  /** The name of a programme, a unit, a module or a person; what stands in the detail when it has none any more. */
  named(kind: Named, key: string): string | null {
    const value = this.text(key);
    return value === null ? null : (this.#nameOf(kind, value) ?? value);
  }

  /** The beginning of an id or of a fingerprint, by which two lines are told to be about the same thing. */
  reference(key: string): string | null {
    return (
      this.text(key)
        ?.replace(/^sha256:/, '')
        .slice(0, REFERENCE_LENGTH) ?? null
    );
  }

  /** « clé : valeur » for every key that was not read. */
  left(): string[] {
    return [...this.#left].map((key) => `${key} : ${this.#detail[key] ?? '—'}`);
  }

  #civilDate(key: string): CivilDate | null {
    const text = this.text(key);
    return text === null ? null : parseCivilDate(text);
  }
}

const REFERENCE_LENGTH = 8;
