import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBatch } from '#features/imports/queries.ts';
import { factsOf, installation, later, type Installation } from './installation.ts';

const SOUND = [
  'matricule;nom;prénom;courriel;statut;unité;depuis;fonction;désigné depuis;motif;absence du;absence au',
  'M1;Martin;Zoé;zoe@exemple.fr;militaire;A1;01/09/2025;Soutien;oui;mission;01/11/2026;31/01/2027',
  'M2;Benali;Amina;;civil;Unité B;;;;;;',
  'M3;Œuvrard;Éloïse;;élève;A;;;non;;;',
  'M4;"Le ""Grand""";Jean;;civil;B;2026-01-12;;12/01/2026;;;',
].join('\r\n');

/** What happens to files on their way: cut, overwritten, encoded twice, sewn together from two. */
const damage: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc.oneof(
  fc.nat(SOUND.length).map((at) => (bytes: Buffer) => bytes.subarray(0, at)),
  fc.tuple(fc.nat(SOUND.length), fc.uint8Array({ minLength: 1, maxLength: 4 })).map(
    ([at, piece]) =>
      (bytes: Buffer) =>
        spliced(bytes, at, Buffer.from(piece)),
  ),
  fc
    .tuple(
      fc.nat(SOUND.length),
      fc.constantFrom('\0', '"', ';', '\n', '=1+1;', '@x', '\t', '\ufeff', '\u202e', '31/02/2026'),
    )
    .map(
      ([at, piece]) =>
        (bytes: Buffer) =>
          spliced(bytes, at, Buffer.from(piece)),
    ),
  fc.constant((bytes: Buffer) => Buffer.from(bytes.toString('latin1'))),
  fc
    .nat(SOUND.length)
    .map(
      (at) => (bytes: Buffer) =>
        Buffer.concat([bytes.subarray(0, at), Buffer.from(bytes.subarray(at).toString(), 'latin1')]),
    ),
  fc.constant((bytes: Buffer) => Buffer.from(bytes.toString(), 'utf16le')),
  fc.constant((bytes: Buffer) => Buffer.concat([bytes, Buffer.from('\r\n'), bytes])),
  fc.constant((bytes: Buffer) => Buffer.from(bytes.toString().replace('prénom', 'nom'))),
);

function spliced(bytes: Buffer, at: number, piece: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

test('whatever a file has become, it is refused clearly or applied whole, twice is once, and undoing brings back', async () => {
  const here = await installation();
  await here.importNow(SOUND);
  const before = await factsOf(here);
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
      const bytes = damages.reduce<Buffer>((whole, harm) => harm(whole), Buffer.from(SOUND));
      await holds(here, bytes, before);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('whatever bytes are sent, nothing is changed that was not shown', async () => {
  const here = await installation();
  const before = await factsOf(here);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => holds(here, Buffer.from(bytes), before)),
    { numRuns: 100 },
  );
}, 60_000);

const cell = fc.constantFrom('A', 'A1', 'B', 'ORG', 'C', 'D', 'E', '', '=X', 'Unité A', 'é');
const unitLines = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });

test('whatever the units say, the tree keeps a top, agrees with the parents, and comes back', async () => {
  const here = await installation();
  const before = await factsOf(here);
  await fc.assert(
    fc.asyncProperty(unitLines, async (lines) => {
      const file = ['code;nom;rattachement', ...lines.map((cells) => cells.join(';'))].join('\n');
      await holds(here, Buffer.from(file), before);
    }),
    { numRuns: 100 },
  );
}, 60_000);

type Facts = Awaited<ReturnType<typeof factsOf>>;

async function holds(here: Installation, bytes: Buffer, before: Facts): Promise<void> {
  const batchId = await here.send(bytes, later);
  const { state, preview } = (await findBatch(here.db, batchId))!;
  expect(await factsOf(here)).toEqual(before);
  for (const problem of preview!.problems) expect(problem).toMatch(/^[A-ZÀ-Ý].+[.)]$/s);
  if (state === 'refused') {
    expect(preview!.problems).not.toEqual([]);
    return;
  }
  for (const { line, reason, remedy } of preview!.findings!.refusals) {
    expect(line).toBeGreaterThan(1);
    expect(reason.length).toBeGreaterThan(10);
    expect(remedy.length).toBeGreaterThan(10);
  }
  const { counts } = preview!.findings!;
  expect(counts.new + counts.changed + counts.moved + counts.unchanged + counts.refused).toBe(counts.lines);
  const applied = await here.apply(batchId, { act: later, skipRefused: true });
  if (applied.outcome !== 'applied') {
    expect(applied.outcome).toBe('nothing-to-do');
    expect(await factsOf(here)).toEqual(before);
    return;
  }
  expect(applied.result).toMatchObject({ new: counts.new, changed: counts.changed, moved: counts.moved });
  const after = await factsOf(here);
  expectSoundTree(after);
  const again = await here.send(bytes, later);
  const second = (await findBatch(here.db, again))!.preview!.findings!.counts;
  expect(second).toMatchObject({ new: 0, changed: 0, moved: 0 });
  expect(await here.undo(batchId, later)).toEqual({ outcome: 'undone' });
  expect(withoutPast(await factsOf(here))).toEqual(withoutPast(before));
}

/** Places that stood for less than a day may be told in two pieces once they are back. */
function withoutPast({ places, ...facts }: Facts) {
  return { ...facts, places: places.filter(({ to_date }) => to_date === null).map((p) => ({ ...p, from_date: null })) };
}

function expectSoundTree({ units, places }: Facts): void {
  const parents = new Map(units.map(({ code, parent }) => [code as string, parent as string | null]));
  const expected: string[] = [];
  for (const code of parents.keys()) {
    let depth = 0;
    for (let at: string | null = code; at !== null; at = parents.get(at) ?? null) {
      expect(depth).toBeLessThan(units.length);
      expected.push(`${at}>${code}:${depth}`);
      depth += 1;
    }
  }
  const standing = places.filter(({ to_date }) => to_date === null);
  expect(standing.map((p) => `${p.above}>${p.below}:${p.depth}`).sort()).toEqual(expected.sort());
}
