/** Why something cannot be read, and what to write instead: two French sentences without their place. */
export interface Objection {
  /** The column's own heading; null when the whole line is meant. */
  column: string | null;
  reason: string;
  remedy: string;
}

/** An objection with its line, as a spreadsheet numbers it: the header is line 1. */
export interface RefusedLine extends Objection {
  line: number;
}
