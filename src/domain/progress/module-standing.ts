import { requiredEdition, type EditionFact } from '../obligation/obligation-state.ts';
import type { CivilDate } from '../time/civil-date.ts';

/** The editions of a module that matter for who has done it. */
export interface ModuleEditions {
  moduleId: string;
  liveEdition: number;
  /** Editions published « à refaire ». */
  redos: readonly EditionFact[];
}

/** What a person has begun and completed of that module. */
export interface ModuleFacts {
  begun: readonly EditionFact[];
  completions: readonly EditionFact[];
}

/** Where a person stands towards a module, whatever its edition. */
export type ModuleStanding =
  /** `redo`: the edition because of which what was done before counts no more. */
  | { state: 'not-started'; redo: EditionFact | null }
  | { state: 'in-progress'; edition: number }
  /** `isEarlierEdition`: « version antérieure », a newer one has been published since. */
  | { state: 'completed'; edition: number; isEarlierEdition: boolean };

/** The standing on a day: the newest completion that counts, else the newest beginning that counts. */
export function moduleStanding(date: CivilDate, module: ModuleEditions, facts: ModuleFacts): ModuleStanding {
  const required = requiredEdition(date, module, module.moduleId);
  const completed = newestEdition(facts.completions, required);
  if (completed !== null)
    return { state: 'completed', edition: completed, isEarlierEdition: completed < module.liveEdition };
  const begun = newestEdition(facts.begun, required);
  if (begun !== null) return { state: 'in-progress', edition: begun };
  const hasEarlier = facts.begun.length + facts.completions.length > 0;
  const redo = module.redos.find((edition) => edition.edition === required) ?? null;
  return { state: 'not-started', redo: hasEarlier ? redo : null };
}

/**
 * The edition a person follows: the one where their place is, as long as it counts; else the live one.
 * An edition « à refaire » counts from the day of its release, so none lies ahead and no date is needed.
 */
export function followedEdition(module: Omit<ModuleEditions, 'moduleId'>, placeEdition: number | null): number {
  const required = Math.max(1, ...module.redos.map((redo) => redo.edition));
  return placeEdition !== null && placeEdition >= required ? placeEdition : module.liveEdition;
}

function newestEdition(facts: readonly EditionFact[], required: number): number | null {
  const editions = facts.map((fact) => fact.edition).filter((edition) => edition >= required);
  return editions.length === 0 ? null : Math.max(...editions);
}
