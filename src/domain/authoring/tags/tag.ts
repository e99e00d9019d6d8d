import type { Finding } from '../problem.ts';

/** A component's tag, with the offsets of everything that can be wrong in it. */
export interface Tag {
  kind: 'open' | 'close' | 'single';
  name: string;
  start: number;
  end: number;
  attributes: Attribute[];
  /** False when something in it could not be read: its attributes are then not to be judged. */
  isSound: boolean;
}

export interface Attribute {
  name: string;
  /** True when it was written alone, without a value. */
  value: string | true;
  start: number;
}

/** Something wrong at an offset. */
export interface Fault {
  offset: number;
  finding: Finding;
}
