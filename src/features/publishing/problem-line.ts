import type { Problem } from '#domain/authoring/problem.ts';

/** `fichier:ligne:colonne message — remède`, as editors and terminals make it a link. */
export function problemLine({ file, line, column, message, remedy }: Problem): string {
  return `${file}:${line}:${column} ${message} — ${remedy}`;
}
