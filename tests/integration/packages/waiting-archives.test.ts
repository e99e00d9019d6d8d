import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findWaitingArchive, listWaitingArchives } from '#features/packages/waiting-archives.ts';

function modules(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reperes-modules-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'b10.zip'), 'dix');
  writeFileSync(join(folder, 'B9.ZIP'), 'neuf');
  writeFileSync(join(folder, 'lisez-moi.txt'), '');
  mkdirSync(join(folder, 'dossier.zip'));
  symlinkSync('/etc/hostname', join(folder, 'lien.zip'));
  return folder;
}

test('the archives of the folder are offered, and neither links nor what is no archive', async () => {
  expect(await listWaitingArchives(modules())).toEqual([
    { name: 'B9.ZIP', bytes: 4 },
    { name: 'b10.zip', bytes: 3 },
  ]);
  expect(await listWaitingArchives('/nulle/part')).toEqual([]);
});

test('only what is offered can be asked for', async () => {
  const folder = modules();
  expect(await findWaitingArchive('b10.zip', folder)).toBe(join(folder, 'b10.zip'));
  for (const name of ['lien.zip', 'dossier.zip', '../b10.zip', './b10.zip', '/etc/hostname', 'autre.zip'])
    expect(await findWaitingArchive(name, folder), name).toBeNull();
});
