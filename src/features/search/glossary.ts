import type { CompiledModule, GlossaryEntry } from '#domain/module/compiled-module.ts';

type GlossaryModule = Pick<CompiledModule, 'code' | 'title' | 'glossary'>;

/** A term with each of its definitions: modules that say the same share one. */
export interface GlossaryTerm {
  id: string;
  term: string;
  definitions: { text: string; modules: { code: string; title: string }[] }[];
}

/** Every term of these modules once, in the order of a French dictionary. */
export function gatherGlossary(modules: readonly GlossaryModule[]): GlossaryTerm[] {
  const terms = new Map<string, GlossaryTerm>();
  for (const { code, title, glossary } of modules)
    // A version that the compiler of today refuses keeps the blocks of an earlier one, which knew no glossary.
    for (const entry of glossary ?? []) addDefinition(termOf(terms, entry), entry.definition, { code, title });
  const { compare } = new Intl.Collator('fr');
  return [...terms.values()].sort((one, other) => compare(one.term, other.term));
}

/** The fragment of a term's address, in a lesson as on the page of the glossary. */
export function termAnchor({ id }: Pick<GlossaryTerm, 'id'>): string {
  return `glossaire-${id}`;
}

/** The letter under which a dictionary has a term: « Éviction » under E. */
export function initialOf({ term }: Pick<GlossaryTerm, 'term'>): string {
  const folded = term.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');
  return (folded[0] ?? '').toUpperCase().replace('Œ', 'O').replace('Æ', 'A');
}

function termOf(terms: Map<string, GlossaryTerm>, { id, term }: GlossaryEntry): GlossaryTerm {
  const known = terms.get(id) ?? { id, term, definitions: [] };
  terms.set(id, known);
  return known;
}

function addDefinition({ definitions }: GlossaryTerm, text: string, module: { code: string; title: string }): void {
  const same = definitions.find((known) => known.text === text);
  if (same) same.modules.push(module);
  else definitions.push({ text, modules: [module] });
}
