import type { CriterionState } from './audit.ts';

export const STATE_NAMES: Record<CriterionState, string> = {
  conforme: 'Conforme',
  'non-conforme': 'Non conforme',
  'non-applicable': 'Non applicable',
  'a-verifier': 'À vérifier',
};

const PLURALS: Record<CriterionState, string> = {
  conforme: 'conformes',
  'non-conforme': 'non conformes',
  'non-applicable': 'non applicables',
  'a-verifier': 'à vérifier',
};

/** « 7 conformes », « 1 non conforme ». */
export function countWords(state: CriterionState, count: number): string {
  return `${count}\u00a0${count > 1 ? PLURALS[state] : STATE_NAMES[state].toLowerCase()}`;
}
