import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importFile } from '#features/imports/import-file.ts';
import { act, factsOf, installation, later } from './installation.ts';

const HEADER =
  'matricule;nom;prénom;courriel;statut;unité;depuis;grade;fonction;désigné depuis;motif;absence du;absence au';
const TWO = `${HEADER}
M1;Martin;Zoé;zoe@exemple.fr;militaire;A1;01/09/2025;Officier;Soutien;01/02/2026;mission;01/11/2026;31/01/2027
M2;Benali;Amina;;civil;Unité B;;;;non;;;`;

test('a file becomes people, memberships, designations and absences, none of which counts before today', async () => {
  const here = await installation();
  const { batchId, ...result } = await here.importNow(TWO);
  expect(result).toEqual({ outcome: 'applied', result: { new: 2, changed: 0, moved: 0, left: 0, skipped: 0 } });
  const facts = await factsOf(here);
  expect(facts.people).toEqual([
    expect.objectContaining({ hr_number: 'M1', email: 'zoe@exemple.fr', rank_group: 'Officier', job: 'Soutien' }),
    expect.objectContaining({ hr_number: 'M2', email: null, status: 'civilian' }),
  ]);
  expect(facts.memberships).toEqual([
    { family_name: 'Benali', code: 'B', from_date: '2026-11-23', to_date: null },
    { family_name: 'Martin', code: 'A1', from_date: '2025-09-01', to_date: null },
  ]);
  expect(facts.designations).toEqual([{ family_name: 'Martin', from_date: '2026-11-23', to_date: null }]);
  expect(facts.absences).toEqual([
    { family_name: 'Martin', category: 'mission', from_date: '2026-11-23', to_date: '2027-02-01' },
  ]);
  expect(existsSync(importFile(here.folder, batchId))).toBe(false);
  const journal = await here.db.selectFrom('journal').where('verb', '=', 'import:apply').selectAll().execute();
  expect(journal).toHaveLength(1);
});

test('a number is one person however it is written, and twice in a file is refused', async () => {
  const here = await installation();
  await here.importNow(TWO);
  const before = await factsOf(here);
  const otherwise = TWO.replace('\nM1;', '\n m\u00a01;').replace('\nM2;', '\nm2;');
  const { batchId, outcome } = await here.importNow(otherwise);
  expect(outcome).toBe('nothing-to-do');
  expect((await here.findingsOf(batchId)).counts).toMatchObject({ unchanged: 2, new: 0, left: 0 });
  const twice = await here.findingsOf(await here.send(`${TWO}\nm1;Martin;Zoé;;militaire;A1;;;;;;;`));
  expect(twice.counts).toMatchObject({ unchanged: 2, refused: 1 });
  expect(twice.refusals).toMatchObject([{ line: 4, reason: 'le matricule M1 est déjà à la ligne 2' }]);
  expect(await factsOf(here)).toEqual(before);
});

test('a preview writes nothing but itself', async () => {
  const here = await installation();
  const before = await factsOf(here);
  const findings = await here.findingsOf(await here.send(TWO));
  expect(findings.counts).toMatchObject({ lines: 2, new: 2, refused: 0, left: 0 });
  expect(findings.programme).toBe('Formation VSS');
  expect(findings.samples.new[0]).toEqual({
    line: 2,
    who: 'Martin Zoé (M1)',
    what: 'A1 depuis le 01/09/2025 ; désignation au 23/11/2026 ; absence du 23/11/2026 au 31/01/2027',
  });
  expect(await factsOf(here)).toEqual(before);
});

test('the same file a second time, or a second click, changes nothing', async () => {
  const here = await installation();
  const { batchId } = await here.importNow(TWO);
  const before = await factsOf(here);
  expect(await here.apply(batchId)).toEqual({ outcome: 'not-waiting' });
  const again = await here.importNow(TWO);
  expect(again.outcome).toBe('nothing-to-do');
  expect((await here.findingsOf(again.batchId)).counts).toMatchObject({ unchanged: 2, new: 0, changed: 0, moved: 0 });
  const tomorrow = await here.importNow(TWO, { act: later });
  expect(tomorrow.outcome).toBe('nothing-to-do');
  expect(await factsOf(here)).toEqual(before);
});

test('a move closes one membership and opens the next, from today at the earliest', async () => {
  const here = await installation();
  await here.importNow(TWO);
  await here.importNow('matricule;unité;depuis\nM1;B;01/10/2026\nM2;A;15/12/2026', { act: later });
  expect((await factsOf(here)).memberships).toEqual([
    { family_name: 'Benali', code: 'B', from_date: '2026-11-23', to_date: '2026-12-15' },
    { family_name: 'Benali', code: 'A', from_date: '2026-12-15', to_date: null },
    { family_name: 'Martin', code: 'A1', from_date: '2025-09-01', to_date: '2026-12-03' },
    { family_name: 'Martin', code: 'B', from_date: '2026-12-03', to_date: null },
  ]);
});

test('who is absent from the file has left only when it is asked for', async () => {
  const here = await installation();
  await here.importNow(TWO);
  const one = 'matricule;fonction\nM1;Encadrement';
  const kept = await here.importNow(one, { act: later });
  expect((await here.findingsOf(kept.batchId)).counts.left).toBe(1);
  expect((await factsOf(here)).memberships.every(({ to_date }) => to_date === null)).toBe(true);
  const gone = await here.importNow(one, { act: later, left: 'all' });
  expect(gone).toMatchObject({ outcome: 'applied', result: { left: 1 } });
  expect((await factsOf(here)).memberships).toContainEqual({
    family_name: 'Benali',
    code: 'B',
    from_date: '2026-11-23',
    to_date: '2026-12-03',
  });
});

test('only those who are ticked leave', async () => {
  const here = await installation();
  await here.importNow(`${TWO}\nM3;Petit;Luc;;civil;B;01/01/2026;;;;;;`);
  const batchId = await here.send('matricule;fonction\nM1;Encadrement');
  const { left } = await here.findingsOf(batchId);
  expect(left.map(({ who, where }) => [who, where])).toEqual([
    ['Benali Amina (M2)', 'Unité B'],
    ['Petit Luc (M3)', 'Unité B'],
  ]);
  await here.apply(batchId, { left: [left[1]!.id] });
  const { memberships } = await factsOf(here);
  expect(memberships.filter(({ to_date }) => to_date !== null).map(({ family_name }) => family_name)).toEqual([
    'Petit',
  ]);
});

test('refused lines say where, why and what to write, and stop the import unless they are left aside', async () => {
  const here = await installation();
  const batchId = await here.send(
    `${HEADER}\nM1;Martin;Zoé;pas-un-courriel;militaire;Nulle part;32/01/2026;;;;;;\nM2;=1+1;Amina;;civil;B;;;;;;;\nM3;Bon;Luc;;civil;B;;;;;;;`,
  );
  const { counts, refusals } = await here.findingsOf(batchId);
  expect(counts).toMatchObject({ new: 1, refused: 2 });
  expect(refusals.map(({ line, column }) => [line, column])).toEqual([
    [2, 'courriel'],
    [2, 'depuis'],
    [3, 'nom'],
  ]);
  expect(refusals[1]).toMatchObject({ reason: '« 32/01/2026 » n’est pas une date' });
  expect(refusals.every(({ remedy }) => remedy.length > 10)).toBe(true);
  const before = await factsOf(here);
  expect(await here.apply(batchId)).toEqual({ outcome: 'has-refusals' });
  expect(await factsOf(here)).toEqual(before);
  expect(await here.apply(batchId, { skipRefused: true })).toMatchObject({ outcome: 'applied', result: { new: 1 } });
});

test('an import is refused, whole, when what it would change is no longer what was shown', async () => {
  const here = await installation();
  await here.importNow(TWO);
  const moved = 'matricule;unité\nM1;B\nM2;A1';
  const stale = await here.send(moved);
  await here.importNow('matricule;unité\nM2;A', { act });
  const before = await factsOf(here);
  expect(await here.apply(stale)).toEqual({ outcome: 'stale' });
  expect(await factsOf(here)).toEqual(before);
  const tomorrow = await here.send(moved);
  expect(await here.apply(tomorrow, { act: later })).toEqual({ outcome: 'stale' });
  expect(await factsOf(here)).toEqual(before);
});

test('a failure in the middle leaves nothing', async () => {
  const here = await installation();
  const lines = Array.from({ length: 2500 }, (_, index) => `N${index};Nom${index};Prénom;;civil;B;;;;;;;`);
  const batchId = await here.send(`${HEADER}\n${lines.join('\n')}`);
  const before = await factsOf(here);
  const { sql } = await import('kysely');
  await sql`create trigger stop before insert on person when new.hr_number = 'N2100' begin select raise(abort, 'stop'); end`.execute(
    here.db,
  );
  await expect(here.apply(batchId)).rejects.toThrow('stop');
  expect(await factsOf(here)).toEqual(before);
  await sql`drop trigger stop`.execute(here.db);
  expect(await here.apply(batchId)).toMatchObject({ outcome: 'applied', result: { new: 2500 } });
});

test('a person is known by number; namesakes and shared e-mails are shown, never merged', async () => {
  const here = await installation();
  await here.importNow(TWO);
  const batchId = await here.send(
    'matricule;nom;prénom;courriel;unité\nM8;MARTIN;Zoe;autre@exemple.fr;B\nM9;Autre;Nom;zoe@exemple.fr;B',
  );
  expect((await here.findingsOf(batchId)).counts).toMatchObject({ new: 2, flagged: 2, refused: 0 });
  await here.apply(batchId);
  expect((await factsOf(here)).people).toHaveLength(4);
});

const MENTOR =
  'lastname;firstname;email;role;group\nDurand;Paul;Paul@exemple.fr;student;A\nRoy;Anne;anne@exemple.fr;;B';

test('Mentor’s file is accepted as it is, and known again by e-mail', async () => {
  const here = await installation();
  expect(await here.importNow(MENTOR)).toMatchObject({ outcome: 'applied', result: { new: 2 } });
  expect((await here.importNow(MENTOR)).outcome).toBe('nothing-to-do');
  expect((await here.importNow(MENTOR.replace(';A\n', ';B\n'))).outcome).toBe('applied');
  expect((await factsOf(here)).people).toHaveLength(2);
});

test('a line without a number is never merged with somebody who has one', async () => {
  const here = await installation();
  await here.importNow(TWO);
  const batchId = await here.send(
    'lastname;firstname;email;role;group\nX;Y;zoe@exemple.fr;;A\nBenali;Amina;a@exemple.fr;;A\nNeuf;Neuf;n@exemple.fr;;A',
  );
  const { counts, refusals } = await here.findingsOf(batchId);
  expect(counts).toMatchObject({ new: 1, refused: 2 });
  expect(refusals[0]?.remedy).toContain('écrivez le matricule');
});

test('somebody named twice in a file is refused the second time', async () => {
  const here = await installation();
  const batchId = await here.send('matricule;nom;prénom;unité\nM1;A;B;A\nM1;A;B;B');
  const { counts, refusals } = await here.findingsOf(batchId);
  expect(counts).toMatchObject({ new: 1, refused: 1 });
  expect(refusals[0]).toMatchObject({ line: 3, reason: 'le matricule M1 est déjà à la ligne 2' });
});
