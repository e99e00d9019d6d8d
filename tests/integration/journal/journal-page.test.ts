import { expect, test } from 'vitest';
import { JournalQuery } from '#features/journal/forms.ts';
import { loadJournalPage } from '#features/journal/load-journal-page.ts';
import { exemptPerson } from '#features/obligations/exempt-person.ts';
import { correctPerson } from '#features/people/correct-person.ts';
import { movePerson } from '#features/people/move-person.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { actOf, day, PROGRAMME, smallOrganisation } from '../obligations/scene.ts';

/** N2 corrects N1 on 1 March just before midnight, moves N3 on the 2nd and exempts N1 on the 3rd. */
async function somedays() {
  const { db, people } = await smallOrganisation();
  const identity = { hrNumber: 'N1', givenName: 'Camille', familyName: 'Île-Dupré', status: 'military' } as const;
  const late = { ...actOf(people.N2!, '2026-03-01'), at: '2026-03-01T22:59:59.999Z' as never };
  await correctPerson(db, late, people.N1!, { ...identity, email: null, rankGroup: 'officier', job: 'infirmier' });
  await movePerson(db, actOf(people.N2!, '2026-03-02'), { personId: people.N3!, unitCode: 'A', on: day('2026-03-02') });
  const exemption = { programme: PROGRAMME, personId: people.N1!, from: day('2026-03-03'), reason: 'Fin de fonction' };
  await exemptPerson(db, actOf(people.N2!, '2026-03-03'), exemption);
  const read = async (parameters: Record<string, string>, personIds: string[] | null = null) => {
    const page = await loadJournalPage(testTasks(db), JournalQuery.parse(parameters), personIds);
    return page.deeds.map(({ what, subject, detail }) => [what, subject, detail]);
  };
  return { people, read };
}

const CORRECTED = ['Fiche corrigée', 'Camille Île-Dupré', 'champs changés : nom'];
const MOVED = ['Affectation changée', 'Camille N3', 'unité Unité A ; à partir du 02/03/2026'];
const EXEMPTED = ['Dispense accordée', 'Camille Île-Dupré', 'parcours Formation ; à partir du 03/03/2026'];

test('is read the newest first, or the oldest', async () => {
  const { read } = await somedays();
  expect((await read({})).slice(0, 3)).toEqual([EXEMPTED, MOVED, CORRECTED]);
  expect((await read({ tri: 'quand' })).slice(-3)).toEqual([CORRECTED, MOVED, EXEMPTED]);
});

test('is narrowed by days of Paris, both included', async () => {
  const { read } = await somedays();
  expect(await read({ du: '2026-03-01', au: '2026-03-01' })).toEqual([CORRECTED]);
  expect(await read({ du: '2026-03-02', au: '2026-03-03' })).toEqual([EXEMPTED, MOVED]);
  expect(await read({ du: 'hier', au: '2026-02-30', famille: 'voyages' })).toEqual(await read({}));
});

test('is narrowed by the genre of deed, and by who did it or whom it is about', async () => {
  const { people, read } = await somedays();
  expect(await read({ famille: 'obligations' })).toEqual([EXEMPTED]);
  expect(await read({ du: '2026-03-01' }, [people.N3!])).toEqual([MOVED]);
  expect(await read({ du: '2026-03-01' }, [people.N2!])).toEqual([EXEMPTED, MOVED, CORRECTED]);
  expect(await read({ du: '2026-03-01', famille: 'personnes' }, [people.N1!])).toEqual([CORRECTED]);
  expect(await read({}, [])).toEqual([]);
});
