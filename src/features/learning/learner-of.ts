import type { Act } from '#domain/identity/act.ts';

/** Whose progress an act changes: always the acting person's own. */
export function learnerOf(act: Act): string {
  if (act.by === null) throw new Error('Only a person follows a module: this act has none.');
  return act.by;
}
