/** What the package of the runs says, as commits and states have it. */
export interface SaidData {
  cmi?: { core?: { lesson_location?: string; score?: { raw?: string | number } } };
}

/** From 0 to 1; null when none was said. */
export function scoreOf({ cmi }: SaidData): number | null {
  const raw = cmi?.core?.score?.raw;
  return raw === undefined || raw === '' ? null : Number(raw) / 100;
}
