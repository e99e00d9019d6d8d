import { completionRate, concernedIn, remainingIn } from '#domain/obligation/obligation-counts.ts';
import { OBLIGATION_STATES } from '#domain/obligation/obligation-state.ts';
import { PACE_WINDOW_IN_DAYS } from '#domain/obligation/projection.ts';
import type { UnitRow } from './arrange-tree.ts';
import type { Cell, ExportColumn } from '#platform/lists/export-document.ts';
import { frenchRate } from './french-figures.ts';
import { STATE_PLURALS } from './state-words.ts';

const figure = (title: string): ExportColumn => ({ title, kind: 'text', width: 16 });

/** What a tree of units states of each of them, all below it included. */
export const UNIT_COLUMNS: readonly ExportColumn[] = [
  { title: 'Unité', kind: 'text', width: 40 },
  { title: 'Code', kind: 'text', width: 16 },
  { title: 'Niveau', kind: 'text', width: 8 },
  { title: 'Code de l’unité supérieure', kind: 'text', width: 24 },
  figure('Concernés'),
  ...OBLIGATION_STATES.map((state) => figure(STATE_PLURALS[state])),
  figure('Restants'),
  figure('Taux'),
  { title: `Achevés en ${PACE_WINDOW_IN_DAYS} jours`, kind: 'text', width: 22 },
];

/** The lines of a tree, each unit followed by its own sub-units; the top has level 1. */
export function unitLines(rows: readonly UnitRow[]): Cell[][] {
  const codes = new Map(rows.map(({ unit }) => [unit.unitId, unit.code]));
  return rows.map(({ unit, depth, counts, doneInWindow }) => [
    unit.name,
    unit.code,
    depth + 1,
    (unit.parentId && codes.get(unit.parentId)) ?? null,
    concernedIn(counts),
    ...OBLIGATION_STATES.map((state) => counts[state]),
    remainingIn(counts),
    frenchRate(completionRate(counts)).replace(/[\u00a0\u202f]/g, ' '),
    doneInWindow,
  ]);
}
