import { copyFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HelpFileError, helpIds, helpOverrideProblem, loadHelp, type HelpFiles } from '#features/help/load-help.ts';
import { helpSections, missingContact } from '#features/help/needs.ts';

function helpFolder(): HelpFiles {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-aide-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = { shipped: join(folder, 'livre.yaml'), override: join(folder, 'aide.yaml') };
  copyFileSync(resolve('content/aide.yaml'), files.shipped);
  return files;
}

let clock = 1_700_000_000;

function write(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, ++clock, clock);
}

test('the shipped file can be used, and begins with whom to call in danger', () => {
  const help = loadHelp(helpFolder());
  expect(help.exitUrl).toMatch(/^https:/);
  expect(help.contacts.filter(({ besoin }) => besoin === 'danger').map(({ numero }) => numero)).toContain('17');
});

test('every contact says who answers, and every part of the page names contacts that exist', () => {
  const help = loadHelp(helpFolder());
  expect(missingContact(help)).toBeNull();
  const { needs, orientations, houses, urgent } = helpSections(help);
  expect(needs.map(({ id }) => id)).toEqual(['danger', 'parler', 'signaler', 'soins']);
  expect(needs.filter(({ contacts }) => contacts.length === 0)).toEqual([]);
  expect(orientations.map(({ id }) => id)).toEqual([
    'temoin',
    'commandement',
    'pour-un-homme',
    'a-l-etranger-ou-en-mer',
  ]);
  expect(orientations.filter(({ contacts }) => contacts.length === 0)).toEqual([]);
  expect(urgent.map(({ numero }) => numero)).toEqual(['17', '112', '114']);
  expect(houses).toEqual([]);
});

test('no number is shown that the facts do not give', () => {
  const numbers = loadHelp(helpFolder()).contacts.flatMap(({ numero }) => numero ?? []);
  const given = ['17', '112', '114', '15', '08 08 800 321', '3919', '3114', '119', '3928'];
  expect(numbers.filter((number) => !given.includes(number))).toEqual([]);
});

test('the names that lessons and the page point at are all different', () => {
  const { contacts, reperes, maisons } = loadHelp(helpFolder());
  const ids = [...contacts, ...reperes, ...maisons].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an installation that names an unknown contact keeps its own help, and is told', () => {
  const files = helpFolder();
  write(files.override, 'reperes: [{ id: temoin, titre: Témoin, texte: Appelez., contacts: [inconnu] }]');
  expect(loadHelp(files).reperes.find(({ id }) => id === 'temoin')?.titre).toBe('Témoin');
  expect(helpOverrideProblem(files)).toMatch(/est utilisé, sauf en un point.*inconnu/);
});

test('lessons may point at contacts and at orientations', () => {
  expect(helpIds(helpFolder())).toEqual(expect.arrayContaining(['ecoute-defense', 'temoin']));
});

test('an override is read again when it changes, and gone when it is removed', () => {
  const files = helpFolder();
  write(files.override, 'exitUrl: https://exemple.fr');
  expect(loadHelp(files).exitUrl).toBe('https://exemple.fr');
  write(files.override, 'exitUrl: /quitter');
  expect(loadHelp(files).exitUrl).toBe('/quitter');
  rmSync(files.override);
  expect(loadHelp(files).exitUrl).toBe('https://meteofrance.com');
});

test('an override that cannot be used leaves the shipped help, and says why', () => {
  const files = helpFolder();
  expect(helpOverrideProblem(files)).toBeNull();
  write(files.override, 'contacts: [');
  expect(loadHelp(files).exitUrl).toBe('https://meteofrance.com');
  expect(helpOverrideProblem(files)).toContain(files.override);
});

test('a shipped file that breaks while the program runs leaves the last good one', () => {
  const files = helpFolder();
  const before = loadHelp(files);
  write(files.shipped, 'contacts: [');
  expect(loadHelp(files)).toEqual(before);
});

test('a program does not start on a shipped file that cannot be used', () => {
  const files = helpFolder();
  write(files.shipped, 'exitUrl: https://exemple.fr');
  expect(() => loadHelp(files)).toThrow(HelpFileError);
});
