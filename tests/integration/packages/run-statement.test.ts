import { expect, test } from 'vitest';
import { NOWHERE, type Finding } from '#domain/packaging/finding.ts';
import { runStatement } from '#features/packages/run-statement.ts';
import { summaryLines } from '#features/packages/summary-words.ts';
import { SAMPLES } from '#tests/support/packages/sample-packages.ts';
import { zipOf } from '#tests/support/packages/zip-of.ts';
import { scene } from './scene.ts';

const WRONG: Finding = { severity: 'wrong', message: 'Un écart.', place: NOWHERE };

async function manifestOf(change: (manifest: string) => string = (manifest) => manifest) {
  const at = await scene();
  const files = { ...SAMPLES['scorm12-two'] };
  files['imsmanifest.xml'] = change(files['imsmanifest.xml']!);
  const result = await at.bring(await zipOf(files));
  if (result.kind !== 'kept') throw new Error(JSON.stringify(result));
  return result.manifest;
}

test('a package that follows the specification will run, and what it holds is said', async () => {
  expect(runStatement(await manifestOf(), [])).toEqual({
    tone: 'success',
    title: 'Ce paquet s’exécutera',
    detail: 'Il contient 2 activités qui rendent compte de leur progression.',
  });
  const mixed = await manifestOf((text) => text.replace('adlcp:scormtype="sco"', 'adlcp:scormtype="asset"'));
  expect(runStatement(mixed, []).detail).toBe(
    'Il contient 1 activité qui rend compte de sa progression et 1 page à lire, comptée dès qu’elle est ouverte.',
  );
});

test('what is wrong makes it uncertain', async () => {
  const statement = runStatement(await manifestOf(), [WRONG, { ...WRONG, severity: 'unusual' }]);
  expect(statement).toMatchObject({ tone: 'warning', title: 'Ce paquet s’exécutera peut-être mal' });
  expect(statement.detail).toContain('sur 1 point :');
});

test('a plan that opens nothing does not run', async () => {
  const manifest = await manifestOf();
  expect(runStatement({ ...manifest, resources: [] }, [])).toMatchObject({ tone: 'error' });
});

test('what a package holds is said line by line', async () => {
  expect(summaryLines(await manifestOf())).toEqual([
    { term: 'Contenu', facts: ['2 activités, 1 partie, 2 ressources'] },
    { term: 'Score de réussite', facts: ['« Orienter » : 70 sur 100'] },
    { term: 'Prérequis', facts: ['« Orienter » : un'] },
  ]);
  const at = await scene();
  const sequenced = await at.bring(await zipOf(SAMPLES['scorm2004-sequenced']));
  if (sequenced.kind !== 'kept') throw new Error(JSON.stringify(sequenced));
  expect(summaryLines(sequenced.manifest)).toContainEqual({
    term: 'Séquencement',
    facts: ['règles avant ou après une activité, nombre d’essais ou durée limités, objectifs partagés entre activités'],
  });
  expect(summaryLines(sequenced.manifest)).toContainEqual({
    term: 'Score de réussite',
    facts: ['« Le test » : 0,8 sur 1'],
  });
});
