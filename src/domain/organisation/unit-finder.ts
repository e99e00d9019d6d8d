import { folded } from './folded.ts';

export interface NamedUnit {
  unitId: string;
  code: string;
  name: string;
  isClosed: boolean;
}

export type FoundUnit<Unit> = { unit: Unit } | { fault: 'unknown' | 'ambiguous' | 'closed' };

/** Finds the unit that a text means: its code first, else its name when one open unit alone has it. */
export function unitFinder<Unit extends NamedUnit>(units: readonly Unit[]): (text: string) => FoundUnit<Unit> {
  const byCode = new Map(units.map((unit) => [unit.code.toLowerCase(), unit]));
  const byName = new Map<string, Unit[]>();
  for (const unit of units) {
    const name = folded(unit.name);
    byName.set(name, [...(byName.get(name) ?? []), unit]);
  }
  const found = new Map<string, FoundUnit<Unit>>();
  return (text) => {
    const known = found.get(text);
    if (known) return known;
    const coded = byCode.get(text.toLowerCase());
    const named = byName.get(folded(text)) ?? [];
    const open = named.filter(({ isClosed }) => !isClosed);
    const result = pick(coded ? [coded] : open.length > 0 ? open : named);
    found.set(text, result);
    return result;
  };
}

function pick<Unit extends NamedUnit>(candidates: readonly Unit[]): FoundUnit<Unit> {
  const [unit, other] = candidates;
  if (!unit) return { fault: 'unknown' };
  if (other) return { fault: 'ambiguous' };
  return unit.isClosed ? { fault: 'closed' } : { unit };
}

/** Why a unit is not taken, and what to write. */
export function unitObjection(fault: 'unknown' | 'ambiguous' | 'closed', text: string) {
  switch (fault) {
    case 'unknown':
      return {
        reason: `aucune unité n’a le code ou le nom « ${text} »`,
        remedy: 'écrivez le code d’une unité, ou importez d’abord les unités',
      };
    case 'ambiguous':
      return { reason: `plusieurs unités s’appellent « ${text} »`, remedy: 'écrivez le code de l’unité' };
    case 'closed':
      return { reason: `l’unité « ${text} » est fermée`, remedy: 'écrivez le code d’une unité ouverte' };
  }
}
