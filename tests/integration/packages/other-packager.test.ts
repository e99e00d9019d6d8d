import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { scene } from './scene.ts';

const OPTIONS = { title: 'Écouter & orienter', organization: 'École fictive', masteryScore: 80, language: 'fr' };

/** The zip that a packager of others makes of one page; in a process of its own, since it tells each of its steps. */
async function packageBy(version: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'reperes-autre-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [source, outputFolder] = [join(folder, 'source'), join(folder, 'sortie')];
  await mkdir(source);
  await writeFile(join(source, 'index.html'), '<!doctype html><title>Un module</title>');
  const options = { ...OPTIONS, version, source, package: { zip: true, outputFolder } };
  const script = "require('simple-scorm-packager')(JSON.parse(process.argv[1]))";
  execFileSync(process.execPath, ['-e', script, JSON.stringify(options)], { stdio: 'pipe' });
  const [name] = await readdir(outputFolder);
  return readFile(join(outputFolder, name!));
}

test.each([
  ['1.2', 'scorm12'],
  ['2004 3rd Edition', 'scorm2004-3'],
  ['2004 4th Edition', 'scorm2004-4'],
])(
  'a SCORM %s package made by a packager of others is taken, and nothing is wrong with it',
  async (version, standard) => {
    const at = await scene();
    expect(await at.bring(await packageBy(version))).toMatchObject({ kind: 'kept' });
    const kept = await at.db.selectFrom('package_delivery').selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ standard, title: OPTIONS.title });
    const findings = JSON.parse(kept.findings) as { severity: string; message: string }[];
    expect(findings.filter(({ severity }) => severity !== 'unusual')).toEqual([]);
    expect(kept.manifest).toMatch(/"(masteryScore|minNormalizedMeasure|measure)":(80|0\.8)/);
  },
);
