import type { ExportFormat } from '#domain/exports/export-formats.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

/** What every address of the follow-up keeps: the programme and the day, when they are not the usual ones. */
export interface View {
  programme: string | null;
  day: CivilDate | null;
  /** The one module looked at; left out for the whole programme. */
  module?: string | null;
}

type Parameters = Record<string, string | null | undefined>;

/** The address of all the units one follows. */
export function followUpHref(view: View, more: Parameters = {}): string {
  return address('/suivi', view, more);
}

/** The address of a unit, or of a list of its people. */
export function unitHref(code: string, view: View, more: Parameters = {}): string {
  return address(`/suivi/${encodeURIComponent(code)}`, view, more);
}

/** The list of people behind a figure of a unit. */
export function peopleHref(code: string, view: View, stateChoice: string): string {
  return `${unitHref(code, view, { etat: stateChoice })}#personnes`;
}

/** Two situations side by side: this one, and the same four weeks before. */
export function comparisonHref(view: View, unitCode: string | null): string {
  return address('/suivi/comparer', { programme: view.programme, day: null }, { unite: unitCode, 'au-2': view.day });
}

/** A unit's people as a file: everybody, or those of a list. */
export function exportHref(code: string, format: ExportFormat, view: View, more: Parameters = {}): string {
  return address(`/suivi/${encodeURIComponent(code)}/export/${format}`, view, more);
}

function address(path: string, view: View, more: Parameters): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ programme: view.programme, au: view.day, module: view.module, ...more }))
    if (value) parameters.set(name, value);
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
