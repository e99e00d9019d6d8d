import { compileModule } from '#domain/authoring/compile-module.ts';
import type { MediaSource } from '#domain/authoring/module-sources.ts';
import type { Problem } from '#domain/authoring/problem.ts';
import type { Block, CompiledModule } from '#domain/module/compiled-module.ts';

export const SETTINGS = `code: m7
titre: Un module
resume: Un résumé.
publics: [personnels]
objectifs:
  - Reconnaître.
  - Agir.
themes: [détection]
duree: 20
seuil: 80
tirage: 1
relecture: 365
avertissement:
  sujets: [violences sexuelles]
  intensite: 2
  medias: Texte seul.
`;

export const FRONT_MATTER = `---
titre: Une leçon
objectif: Reconnaître.
duree: 8
sujets: [violences sexuelles]
intensite: 2
medias: Texte seul.
sources: []
---
`;

export const POOL = ['e1', 'e2'].map((id) => question(`id="${id}" lecon="01-un" niveau="savoir"`)).join('\n');

export const IMAGE = { 'media/schema.svg': { href: `/medias/${'a'.repeat(64)}.svg` } };

const CONTEXT = {
  moduleSlugs: ['essai', 'autre-module'],
  moduleCodes: { 'autre-module': 'm7' },
  helpIds: ['samu-15', 'themis'],
};

/** A drawing as a figure may show it, with its text. */
export const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 200">
<title>Un schéma</title>
<rect width="340" height="200"/>
</svg>
`;

type Media = Record<string, MediaSource>;

/** A question with one right choice, as a trainer writes it. */
export function question(attributes: string): string {
  return `<Question ${attributes}>\nQue faire ?\n<Choix juste explication="Oui.">Agir.</Choix>\n<Choix explication="Non.">Attendre.</Choix>\n</Question>\n`;
}

/** Remarks on a module as a whole, which a sample of three words cannot but earn: they are tested by themselves. */
const ON_THE_WHOLE = new Set(['sans-a-retenir', 'niveau-sans-question', 'lecon-sans-question']);

/** Compiles a sound module in which some files are replaced; `null` takes a file away. */
export function compileSample(changes: Record<string, string | null> = {}, slug = 'essai', media: Media = {}) {
  const files: Record<string, string> = {
    'module.yaml': SETTINGS,
    '01-un.mdx': `${FRONT_MATTER}\n## Un titre\n\nBonjour.\n`,
  };
  files['evaluation.mdx'] = POOL;
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) delete files[path];
    else files[path] = text;
  }
  const compiled = compileModule({ slug, files, media }, CONTEXT);
  return {
    ...compiled,
    problems: compiled.problems.filter(({ code }) => !ON_THE_WHOLE.has(code)),
    onTheWhole: compiled.problems.filter(({ code }) => ON_THE_WHOLE.has(code)),
  };
}

/** Compiles the sound module with `body` as its only lesson. */
export function compileBody(body: string) {
  return compileSample({ '01-un.mdx': FRONT_MATTER + body });
}

/** The blocks of a lesson that must be sound. */
export function blocksOf(body: string): Block[] {
  return soundModule(compileBody(body)).lessons[0]?.blocks ?? [];
}

/** The HTML of a lesson that is one run of prose. */
export function htmlOf(body: string): string {
  const [block] = blocksOf(body);
  return block?.kind === 'prose' ? block.html : '';
}

/** The module of a compilation in which nothing was wrong. */
export function soundModule(compiled: { module: CompiledModule | null; problems: Problem[] }): CompiledModule {
  if (!compiled.module) throw new Error(compiled.problems.map(({ code, line }) => `${code} (${line})`).join(', '));
  return compiled.module;
}

/** Problems as `code line:column`, errors unless told. */
export function placesOf(problems: Problem[], severity: Problem['severity'] = 'error'): string[] {
  const wanted = problems.filter((problem) => problem.severity === severity);
  return wanted.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

/** A text in which `¦` marks where each of `codes` is expected: the text without marks, and the places. */
export function expectAtMarks(marked: string, codes: string[]): { text: string; places: string[] } {
  const parts = marked.split('¦');
  let before = '';
  const places = codes.map((code, index) => {
    before += parts[index] ?? '';
    const lines = before.split('\n');
    return `${code} ${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
  });
  return { text: parts.join(''), places };
}
