import type { HTMLAttributes } from 'astro/types';

/** The form that gives a fact an end: where it goes and what it asks. */
export interface FactEnd {
  action: HTMLAttributes<'form'>['action'];
  idName: string;
  /** `through` asks for the last day, which may be later too. */
  asks: readonly ('on' | 'through' | 'reason')[];
  /** What is said of a later last day. */
  hint?: string;
}
