import { expect, test } from 'vitest';
import { DEED_FAMILIES, type DeedFamily } from '#features/journal/deed-families.ts';
import type { DeedDetail, NameOf } from '#features/journal/detail-reader.ts';
import { detailInFrench, verbInFrench, verbsOf } from '#features/journal/verbs.ts';

const NAMES: Record<string, string> = {
  'programme vss': 'Formation VSS',
  'unit A1': 'Unité A1',
  'module m1': 'M1',
  'person p2': 'Chloé Lambert',
};
const nameOf: NameOf = (kind, key) => NAMES[`${kind} ${key}`];
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const tell = (verb: string, detail: DeedDetail) => plain(detailInFrench(verb, detail, nameOf));

const ID = '4f9c1c1e-0000-4000-8000-000000000001';

test.each<[string, DeedDetail, string]>([
  ['person:designate', { programme: 'vss', from: '2026-03-01' }, 'parcours Formation VSS ; à partir du 01/03/2026'],
  ['person:absence', { from: '2026-03-01', to: '2026-03-11' }, 'du 01/03/2026 au 10/03/2026'],
  ['person:absence', { from: '2026-03-01', to: null }, 'à partir du 01/03/2026'],
  [
    'exemption:end',
    { programme: 'vss', from: '2026-03-01', to: null },
    'parcours Formation VSS ; retirée avant d’avoir compté',
  ],
  [
    'absence:end',
    { from: '2026-03-01', to: '2026-06-01', was: '2026-04-01', end: 'end' },
    'du 01/03/2026 au 31/05/2026 ; auparavant jusqu’au 31/03/2026',
  ],
  [
    'absence:end',
    { from: '2026-03-01', to: null, was: '2026-04-01', end: 'open' },
    'à partir du 01/03/2026 ; sans fin connue ; auparavant jusqu’au 31/03/2026',
  ],
  ['absence:end', { from: '2026-03-01', to: null, was: null, end: 'remove' }, 'retirée avant d’avoir compté'],
  ['absence:end', { from: '2026-03-01', to: '2026-04-01' }, 'du 01/03/2026 au 31/03/2026'],
  ['person:credit', { programme: 'parti', doneOn: '2026-02-03' }, 'parcours parti ; suivie le 03/02/2026'],
  ['person:correct', { fields: 'familyName, status' }, 'champs changés : nom, statut'],
  [
    'decision:confirm',
    { decision: ID, kind: 'credit', proposedBy: 'p2' },
    'équivalence ; proposée par Chloé Lambert ; référence 4f9c1c1e',
  ],
  [
    'delegation:give',
    { unit: 'A1', from: '2026-07-01', to: '2026-07-22' },
    'unité Unité A1 ; du 01/07/2026 au 21/07/2026',
  ],
  ['delegation:end', { unit: 'A1', from: '2026-07-01' }, 'unité Unité A1 ; à partir du 01/07/2026'],
  ['role:give', { role: 'manager', unit: 'A1' }, 'Responsable ; unité Unité A1'],
  ['training-session:close', { present: 7, completions: 1 }, '7 personnes présentes ; 1 achèvement'],
  ['training-session:correct-attendance', { removed: 1, completions: 'kept' }, '1 retrait ; achèvements gardés'],
  ['import:apply', { new: 1200, changed: 0, moved: 1, left: 0, skipped: 0 }, '1 200 ajouts ; 1 affectation changée'],
  [
    'reminder:release',
    { sending: ID, occasion: 'digest 2026-11-23', recipients: 2 },
    'point de la semaine du 23/11/2026 ; 2 lettres ; référence 4f9c1c1e',
  ],
  ['module:begin', { edition: 1, version: ID }, 'édition 1 ; version 4f9c1c1e'],
  [
    'people:designate',
    {
      programme: 'vss',
      on: '2026-03-01',
      count: 40,
      unit: 'A1',
      status: 'civilian',
      rankGroup: null,
      job: 'juriste',
      listed: null,
    },
    'parcours Formation VSS ; à partir du 01/03/2026 ; 40 personnes ; unité Unité A1 ; civils ; fonction juriste',
  ],
  [
    'house:change',
    { name: 'Maison', retired: '2026-05-01' },
    'nom : Maison ; n’est plus proposée depuis le 01/05/2026',
  ],
  ['person:create', {}, ''],
])('%s tells its detail in French: %j', (verb, detail, words) => {
  expect(tell(verb, detail)).toBe(words);
});

test('what has no words is listed, key by key, for a known verb and for one of another version', () => {
  expect(tell('person:leave', { on: '2026-03-01', why: 'mutation' })).toBe('à partir du 01/03/2026 ; why : mutation');
  expect(tell('moon:land', { on: '1969-07-20', crew: 3, flag: null })).toBe('on : 1969-07-20 ; crew : 3 ; flag : —');
  expect(verbInFrench('moon:land')).toBe('moon:land');
});

test('a family holds its verbs, and every verb is of one', () => {
  const all = (Object.keys(DEED_FAMILIES) as DeedFamily[]).map(verbsOf);
  expect(all.every((verbs) => verbs.length > 0)).toBe(true);
  expect(verbsOf('parcours')).toEqual(['programme:change', 'programme:close', 'programme:create', 'programme:reopen']);
});
