/** Words of one kind. */
export interface Run {
  text: string;
  isStrong: boolean;
}

/** What follows on a page from top to bottom. */
export type Flow =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'text'; runs: Run[]; tone: 'plain' | 'lead' | 'label' | 'note' }
  | { kind: 'list'; isOrdered: boolean; items: Flow[][] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  /** Set apart from the rest by a rule at its side. */
  | { kind: 'box'; flows: Flow[] };

/** A paragraph of plain words. */
export function textFlow(text: string, tone: Extract<Flow, { kind: 'text' }>['tone'] = 'plain'): Flow {
  return { kind: 'text', runs: [{ text, isStrong: false }], tone };
}
