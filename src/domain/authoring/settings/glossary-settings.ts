import { slug } from 'github-slugger';
import { z } from 'zod';
import type { GlossaryEntry } from '#domain/module/compiled-module.ts';
import { termTwice } from '../problems/settings-problems.ts';
import type { Reporter } from '../reporter.ts';
import { checkSettings, type SettingsPlace } from './check-settings.ts';
import { shownText } from './expectations.ts';
import type { YamlText } from './read-yaml.ts';

/** glossaire.yaml */
const GlossarySettings = z.array(
  z.strictObject(
    {
      terme: shownText,
      formes: z.array(shownText, { error: 'une liste entre crochets : [sidéré, sidérée]' }).default([]),
      definition: shownText,
    },
    { error: 'pour chaque terme, les lignes « terme: » et « definition: »' },
  ),
);

const GLOSSARY_PLACE: SettingsPlace = {
  name: 'glossaire.yaml',
  examples: {
    terme: 'terme: sidération',
    formes: 'formes: [sidéré, sidérée]',
    definition: 'definition: Réaction de l’organisme face au danger.',
  },
  isList: true,
};

/** A term with all the forms under which a text may mention it. */
export interface GlossaryTerm extends GlossaryEntry {
  forms: string[];
  /** Where it stands in glossaire.yaml. */
  offset: number;
}

/** Checks the glossary and gives its terms in alphabetical order; a term given twice is noted. */
export function checkGlossary(yaml: YamlText, report: Reporter): GlossaryTerm[] {
  const settings = checkSettings(yaml, GlossarySettings, GLOSSARY_PLACE, report) ?? [];
  const terms = new Map<string, GlossaryTerm>();
  for (const [index, { terme, formes, definition }] of settings.entries()) {
    const id = idOf(terme);
    const offset = yaml.offsetOf([index, 'terme']);
    if (terms.has(id)) report.error(offset, termTwice(terme));
    else terms.set(id, { id, term: terme, definition, forms: [terme, ...formes], offset });
  }
  const alphabetical = new Intl.Collator('fr');
  return [...terms.values()].sort((one, other) => alphabetical.compare(one.term, other.term));
}

/** A term without its forms, which only the compiler needs. */
export function toGlossaryEntry({ id, term, definition }: GlossaryTerm): GlossaryEntry {
  return { id, term, definition };
}

/** The fragment of a term's address: without accents, because addresses are typed and copied. */
function idOf(term: string): string {
  const plain = term.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replace(/[’']/g, ' ');
  return slug(plain) || 'terme';
}
