import { expect, test } from 'vitest';
import { factsOf, installation, later } from './installation.ts';

test('units are added in any order, renamed and moved, and past days keep their tree', async () => {
  const here = await installation();
  const before = await factsOf(here);
  const result = await here.importNow('code;nom;rattachement\nC1;Équipe C1;C\nC;Unité C;ORG\nA1;Équipe A1;C\nB;;', {
    act: later,
  });
  expect(result).toMatchObject({ outcome: 'applied', result: { new: 2, moved: 1, changed: 0 } });
  const { units, places } = await factsOf(here);
  expect(units.map(({ code, name, parent }) => [code, name, parent])).toEqual([
    ['A', 'Unité A', 'ORG'],
    ['A1', 'Équipe A1', 'C'],
    ['B', 'Unité B', 'ORG'],
    ['C', 'Unité C', 'ORG'],
    ['C1', 'Équipe C1', 'C'],
    ['ORG', 'Unité ORG', null],
  ]);
  const treeOn = (day: string) =>
    places
      .filter(({ depth }) => depth !== 0)
      .filter(({ from_date, to_date }) => String(from_date) <= day && (to_date === null || String(to_date) > day))
      .map(({ above, below, depth }) => `${String(above)}>${String(below)}:${String(depth)}`);
  const wasTree = before.places.filter(({ depth }) => depth !== 0).map((p) => `${p.above}>${p.below}:${p.depth}`);
  expect(treeOn('2026-12-02').filter((place) => !place.includes('C'))).toEqual(wasTree);
  expect(treeOn('2026-12-03')).toEqual(['C>A1:1', 'C>C1:1', 'ORG>A:1', 'ORG>A1:2', 'ORG>B:1', 'ORG>C:1', 'ORG>C1:2']);
});

test('a subtree moves with everything below it', async () => {
  const here = await installation();
  await here.importNow('code;rattachement\nA;B', { act: later });
  const { places } = await factsOf(here);
  const standing = places.filter(({ to_date, depth }) => to_date === null && depth !== 0);
  expect(standing.map(({ above, below, depth }) => [above, below, depth])).toEqual([
    ['A', 'A1', 1],
    ['B', 'A', 1],
    ['B', 'A1', 2],
    ['ORG', 'A', 2],
    ['ORG', 'A1', 3],
    ['ORG', 'B', 1],
  ]);
});

test('the same units a second time change nothing', async () => {
  const here = await installation();
  const file = 'code;nom;rattachement\nC;Unité C;A1\nA;Unité A;B';
  await here.importNow(file);
  const before = await factsOf(here);
  expect((await here.importNow(file, { act: later })).outcome).toBe('nothing-to-do');
  expect(await factsOf(here)).toEqual(before);
});

test('a circle is refused, with what stands on it, and the rest may be applied', async () => {
  const here = await installation();
  const batchId = await here.send(
    'code;nom;rattachement\nA;Unité A;A1\nX;X;Y\nY;Y;X\nZ;Z;Y\nS;Soi;S\nOK;Bonne;B\nB;Nom neuf;',
  );
  const { counts, refusals } = await here.findingsOf(batchId);
  expect(counts).toMatchObject({ new: 1, changed: 1, moved: 0, refused: 5 });
  expect(refusals.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  expect(refusals[0]?.reason).toBe('l’unité A serait rattachée à A1, qui est déjà au-dessous d’elle');
  expect(refusals[3]?.reason).toContain('aucune unité');
  const before = await factsOf(here);
  expect(await here.apply(batchId)).toEqual({ outcome: 'has-refusals' });
  expect(await factsOf(here)).toEqual(before);
  expect(await here.apply(batchId, { skipRefused: true })).toMatchObject({ outcome: 'applied' });
});

test('a unit absent from the file is closed only when it is empty and asked for, and keeps its past', async () => {
  const here = await installation();
  await here.importNow('matricule;nom;prénom;unité\nM1;Martin;Zoé;B');
  const batchId = await here.send('code;nom\nORG;Direction', later);
  const { left } = await here.findingsOf(batchId);
  expect(left.map(({ who }) => who)).toEqual(['Unité A1 (A1)', 'Unité A (A)']);
  await here.apply(batchId, { act: later, left: 'all' });
  const { units, places } = await factsOf(here);
  expect(units.filter(({ closed_on }) => closed_on !== null).map(({ code }) => code)).toEqual(['A', 'A1']);
  expect(places.filter(({ below }) => below === 'A1').every(({ to_date }) => to_date === '2026-12-03')).toBe(true);
  const refused = await here.findingsOf(await here.send('matricule;unité\nM1;A', later));
  expect(refused.refusals[0]?.reason).toBe('l’unité « A » est fermée');
});
