import { copyFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  declarationProblem,
  declaredConformity,
  loadDeclaration,
  type DeclarationFiles,
} from '#features/accessibility/load-declaration.ts';

function declarationFolder(): DeclarationFiles {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-accessibilite-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = { audit: join(folder, 'audit.yaml'), installation: join(folder, 'accessibilite.yaml') };
  copyFileSync(resolve('content/accessibilite.yaml'), files.audit);
  return files;
}

let clock = 1_700_000_000;

function write(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, ++clock, clock);
}

test('without a file of the installation, nobody is named', () => {
  const files = declarationFolder();
  expect(loadDeclaration(files)).toMatchObject({ establishment: null, contact: null });
  expect(loadDeclaration(files).audit?.criteres).toHaveLength(106);
  expect(declarationProblem(files)).toBeNull();
});

test('the file of the installation is read again when it changes, and forgotten when it is gone', () => {
  const files = declarationFolder();
  write(files.installation, 'etablissement: Base de Brest\ncontact: { courriel: acces@exemple.fr }');
  expect(loadDeclaration(files)).toMatchObject({
    establishment: 'Base de Brest',
    contact: { courriel: 'acces@exemple.fr' },
  });
  write(files.installation, 'etablissement: Base de Toulon');
  expect(loadDeclaration(files)).toMatchObject({ establishment: 'Base de Toulon', contact: null });
  rmSync(files.installation);
  expect(loadDeclaration(files).establishment).toBeNull();
});

test('a file of the installation that cannot be used leaves the audit, and says why', () => {
  const files = declarationFolder();
  write(files.installation, 'contact: { courriel: accueil }');
  expect(loadDeclaration(files)).toMatchObject({ establishment: null, contact: null });
  expect(loadDeclaration(files).audit).not.toBeNull();
  expect(declarationProblem(files)).toMatch(/n’est pas utilisé.*une adresse de courriel/);
});

test.each([
  ['broken', (file: string) => write(file, 'criteres: [')],
  ['missing', (file: string) => rmSync(file)],
])('with an audit that is %s, nothing is said to conform', (_title, spoil) => {
  const files = declarationFolder();
  expect(declaredConformity(files)).toBe('partiellement conforme');
  spoil(files.audit);
  expect(declaredConformity(files)).toBe('non conforme');
  expect(loadDeclaration(files).audit).toBeNull();
  expect(declarationProblem(files)).toMatch(/est déclarée non conforme/);
});
