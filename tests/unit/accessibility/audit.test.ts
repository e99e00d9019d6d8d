import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { AuditFile, type Audit } from '#features/accessibility/audit.ts';
import { InstallationFile } from '#features/accessibility/installation-file.ts';
import { themeOf } from '#features/accessibility/themes.ts';
import { readYaml } from '#platform/content/yaml-file-reader.ts';

const TEXT = readFileSync(resolve('content/accessibilite.yaml'), 'utf8');

function shipped(): Audit {
  const reading = readYaml(TEXT, AuditFile);
  expect(reading.problem).toBeNull();
  return reading.value!;
}

/** The shipped file with one thing changed, as text. */
function changed(change: (file: { criteres: Record<string, unknown>[]; ecarts: Record<string, unknown>[] }) => void) {
  const file = parse(TEXT) as Parameters<typeof change>[0];
  change(file);
  return JSON.stringify(file);
}

describe('the shipped audit', () => {
  test('has the 106 criteria of the RGAA 4.1, theme by theme', () => {
    const themes = shipped().criteres.map(({ id }) => themeOf(id));
    const counts = Array.from({ length: 13 }, (_, index) => themes.filter((theme) => theme === index + 1).length);
    expect(counts).toEqual([9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]);
    expect(themes).toHaveLength(106);
  });

  test('names tests that exist', () => {
    const paths = new Set(shipped().criteres.flatMap(({ tests }) => tests));
    expect(paths.size).toBeGreaterThan(0);
    expect([...paths].filter((path) => !existsSync(resolve(path)))).toEqual([]);
  });

  test('says how each criterion was checked, or that it was not', () => {
    const unchecked = shipped().criteres.filter(({ controle }) => controle.length === 0);
    expect(unchecked.filter(({ etat }) => etat !== 'a-verifier')).toEqual([]);
  });
});

test.each([
  ['a criterion that is missing', changed(({ criteres }) => criteres.splice(4, 1)), 'les 106 critères'],
  ['a criterion given twice', changed(({ criteres }) => criteres.push(criteres[0]!)), 'les 106 critères'],
  [
    'a number without quotation marks',
    changed(({ criteres }) => Object.assign(criteres[9]!, { id: 1.1 })),
    'criteres, n° 10, id\u00a0: il faut un numéro de critère entre guillemets.',
  ],
  [
    'a criterion of another standard',
    changed(({ criteres }) => Object.assign(criteres[0]!, { id: '14.1' })),
    'de 1.1 à 13.12',
  ],
  [
    'an unknown state',
    changed(({ criteres }) => Object.assign(criteres[0]!, { etat: 'presque' })),
    'conforme, non-conf',
  ],
  [
    'a state that nobody checked',
    changed(({ criteres }) => Object.assign(criteres[0]!, { controle: [], tests: [] })),
    'une manière de contrôler',
  ],
  [
    'an automatic test without its path',
    changed(({ criteres }) => Object.assign(criteres[0]!, { controle: ['test automatique'], tests: [] })),
    'le chemin d’un test (tests)',
  ],
  ['a fault without its gap', changed(({ ecarts }) => ecarts.splice(0, 1)), 'un écart (ecarts)'],
  [
    'a gap that is mended, or was never one',
    changed(({ ecarts }) => Object.assign(ecarts[0]!, { criteres: ['1.1'] })),
    'un écart (ecarts)',
  ],
])('says in French what is wrong: %s', (_title, text, part) => {
  expect(readYaml(text, AuditFile)).toEqual({ value: null, problem: expect.stringContaining(part) });
});

test.each([
  [
    'an address that is none',
    'contact: { courriel: accueil }',
    'contact, courriel\u00a0: il faut une adresse de courriel.',
  ],
  ['a number without quotation marks', 'contact: { telephone: 12 }', 'un numéro entre guillemets'],
  ['nobody to reach', 'contact: { service: Accueil }', 'un courriel, un telephone ou une adresse'],
  ['a key of its own', 'etablisement: Base', 'la clé «\u00a0etablisement\u00a0» n’existe pas'],
  ['a line that is no YAML', 'contact: [', 'n’est pas du YAML valable'],
])('says what is wrong in the file of an installation: %s', (_title, text, part) => {
  expect(readYaml(text, InstallationFile)).toEqual({ value: null, problem: expect.stringContaining(part) });
});
