import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileModule } from '#domain/authoring/compile-module.ts';
import { RESERVED_NAMES } from '#domain/authoring/names/reserved-names.ts';
import { COMPONENT_NAMES } from '#domain/authoring/tags/vocabulary.ts';
import { DRAWING, FRONT_MATTER, IMAGE, question, SETTINGS } from './sample-module.ts';

const CONTENT = new URL('../../../content/', import.meta.url);
const guide = await readFile(new URL('README.md', CONTENT), 'utf8');
const help = parse(await readFile(new URL('aide.yaml', CONTENT), 'utf8')) as { contacts: { id: string }[] };
const context = { moduleSlugs: ['cadre-juridique'], helpIds: help.contacts.map(({ id }) => id) };

const MEDIA = { 'media/schema.svg': { ...IMAGE['media/schema.svg'], drawing: DRAWING } };

const examples = [...guide.matchAll(/^```(yaml \w+|mdx \w+)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));

/** Where each kind of example is written in a module. */
const PLACES: Record<string, (text: string) => Record<string, string>> = {
  'yaml module': (text) => ({ 'module.yaml': text }),
  'yaml glossaire': (text) => ({ 'glossaire.yaml': text }),
  'mdx lecon': (text) => ({ '01-premiers-reperes.mdx': FRONT_MATTER + text }),
  'mdx fichier': (text) => ({ '01-premiers-reperes.mdx': text }),
  'mdx evaluation': (text) => ({ 'evaluation.mdx': text }),
};

describe('the guide for trainers', () => {
  test.each(examples)('gives an example that compiles: $kind, $text', ({ kind, text }) => {
    const files = {
      'module.yaml': SETTINGS,
      '01-premiers-reperes.mdx': `${FRONT_MATTER}Bonjour.`,
      '02-les-signaux.mdx': `${FRONT_MATTER}## Ce qui se voit\n\n![Un schéma](media/schema.svg)`,
      'evaluation.mdx': ['e1', 'e2']
        .map((id) => question(`id="${id}" lecon="02-les-signaux" niveau="savoir"`))
        .join('\n'),
    };
    const sources = { slug: 'essai', files: { ...files, ...PLACES[kind]?.(text) }, media: MEDIA };
    const { module, problems } = compileModule(sources, context);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(module).not.toBeNull();
  });

  test.each(COMPONENT_NAMES)('shows %s in an example', (name) => {
    expect(examples.some(({ text }) => text.includes(`<${name}`))).toBe(true);
  });

  test.each(RESERVED_NAMES)('says that %s is reserved', (name) => {
    expect(guide).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('labels every example with its place', () => {
    expect(examples.map(({ kind }) => kind).filter((kind) => !(kind in PLACES))).toEqual([]);
    expect(guide.match(/^```(?:mdx|yaml)/gm)).toHaveLength(examples.length);
  });
});
