import { copyFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HelpFileError, helpIds, helpOverrideProblem, loadHelp, type HelpFiles } from '#features/help/load-help.ts';

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
