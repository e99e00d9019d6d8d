import { createHash } from 'node:crypto';
import type { Act } from '#domain/identity/act.ts';
import { scaffoldModule } from '#domain/authoring/scaffold-module.ts';
import { parseInstant } from '#domain/time/instant.ts';
import type { MediaFile, ModuleFolder } from '#features/publishing/module-folder.ts';

/** The command line, on 23 November 2026 at ten in the morning in Paris. */
export const ACT: Act = { by: null, at: parseInstant('2026-11-23T09:00:00Z'), requestId: null };

export const FIRST_LESSON = '01-premiere-lecon.mdx';

export interface FolderChange {
  slug?: string;
  code?: string;
  /** Files that replace or join those of a new module; null takes one away. */
  files?: Record<string, string | null>;
  media?: MediaFile[];
}

/** The folder of a module as `content new` makes it, with changes. */
export function sampleFolder({
  slug = 'ecouter',
  code = 'm1',
  files = {},
  media = [],
}: FolderChange = {}): ModuleFolder {
  const all = { ...scaffoldModule(slug, code), ...files };
  const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  const context = { moduleSlugs: [slug], helpIds: ['urgence-17'] };
  return { slug, files: Object.fromEntries(kept), media, context };
}

/** The first lesson of the sample with one more sentence. */
export function lessonSaying(sentence: string): Record<string, string> {
  return { [FIRST_LESSON]: `${scaffoldModule('ecouter', 'm1')[FIRST_LESSON]}\n${sentence}\n` };
}

/** A drawing that the first lesson shows. */
export function drawing(markup = '<svg xmlns="http://www.w3.org/2000/svg"/>'): MediaFile {
  const bytes = new TextEncoder().encode(markup);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { path: 'media/schema.svg', hash, extension: 'svg', bytes };
}

/** A first lesson that the check refuses. */
export const BROKEN_LESSON = {
  [FIRST_LESSON]:
    '---\ntitre: Une leçon\nobjectif: Reconnaître.\nduree: 5\nsujets: [x]\nintensite: 1\nmedias: Texte.\nsources: []\n---\n\n<Encadre titre="Oubli">\n\nTexte.\n',
};
