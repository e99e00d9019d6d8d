import { expect, test } from 'vitest';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { exemptPerson } from '#features/obligations/exempt-person.ts';
import { recordCredit } from '#features/obligations/record-credit.ts';
import { ExportQuery } from '#features/follow-up/forms.ts';
import { exportFileName, loadUnitExport } from '#features/follow-up/load-unit-export.ts';
import { streamUnitExport } from '#features/follow-up/tasks/export-task.ts';
import { newId } from '#platform/ids.ts';
import { testTasks } from '#tests/support/test-tasks.ts';
import { act, actorWith, admitTo, followedOrganisation, NOW, TODAY, unitIdOf } from './followed-organisation.ts';

type Organisation = Awaited<ReturnType<typeof followedOrganisation>>;

test('a file states what it is of, when, by which definition, and lists everybody below the unit', async () => {
  const organisation = await followedOrganisation();
  const { db } = organisation;
  const credited = await admitTo(db, 'A1', { name: 'Éluard', given: 'Zoé', hr: 'D-7' });
  await recordCredit(
    db,
    { ...act, at: parseInstant('2026-02-03T09:00:00Z') },
    { programme: 'vss', personId: credited, doneOn: '2026-02-03' as CivilDate, proof: 'vu' },
  );
  const exempt = await admitTo(db, 'A', { name: 'Le Goff', given: 'Yann' });
  const reason = 'motif confidentiel';
  await exemptPerson(db, act, { programme: 'vss', personId: exempt, from: '2026-03-01' as CivilDate, reason });
  await admitTo(db, 'A', { name: 'Abadie', given: 'Ana' });
  await admitTo(db, 'A1', { name: 'Libre', given: 'Éva', isDesignated: false });
  await admitTo(db, 'B', { name: 'Voisin' });

  const text = await textOf(await exported(organisation, 'A'));
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = text.slice(1).split('\r\n');
  expect(lines.filter((line) => !/^(Définition du taux|Empreinte);/.test(line))).toEqual([
    'Parcours;Parcours VSS',
    'Unité;Unité A (A), avec tout ce qui est au-dessous',
    'Situation au;23/11/2026',
    'Échéance;31/12/2026',
    'Fichier établi le;23 novembre 2026 à 14:32',
    'Établi par;Chloé Martel',
    'Concernés;3',
    'Achevés;0',
    'Équivalences;1',
    'Dispenses;1',
    'Absents;0',
    'En cours;0',
    'Non commencés;1',
    'Restants;1',
    'Taux;50,0 %',
    'Liste;Tout le monde',
    '',
    'Nom;Prénom;Matricule;Statut;Catégorie;Fonction;Unité;État;Date;En retard;Version',
    'Éluard;Zoé;D-7;Civil;;;Équipe A1;Équivalence;03/02/2026;non;',
    'Libre;Éva;;Civil;;;Équipe A1;Non concerné;;non;',
    'Abadie;Ana;;Civil;;;Unité A;Non commencé;;non;',
    'Le Goff;Yann;;Civil;;;Unité A;Dispense;01/03/2026;non;',
    '',
    '',
  ]);
  expect(lines.find((line) => line.startsWith('Définition du taux;'))).toContain(
    '(achevés + équivalences) ÷ (concernés − dispenses)',
  );
  expect(text).not.toContain('confidentiel');
});

test('a name that a spreadsheet would run stays a name', async () => {
  const organisation = await followedOrganisation();
  await admitTo(organisation.db, 'A', { name: '=HYPERLINK("http://x";"y")', given: '@SUM(A1)', hr: '+33;1' });
  const text = await textOf(await exported(organisation, 'A'));
  expect(text).toContain(`"'=HYPERLINK(""http://x"";""y"")";'@SUM(A1);"'+33;1"`);
});

test('a file lists whom the page lists: by state, status and words', async () => {
  const organisation = await followedOrganisation();
  await admitTo(organisation.db, 'A', { name: 'Îlot', given: 'Zoé' });
  await admitTo(organisation.db, 'A1', { name: 'Petit', status: 'military' });
  await admitTo(organisation.db, 'A', { name: 'Libre', isDesignated: false });
  const listed = async (parameters: Record<string, string>) => {
    const text = await textOf(await exported(organisation, 'A', parameters));
    return text.split('\r\n').slice(text.split('\r\n').findIndex((line) => line.startsWith('Nom;')) + 1, -3);
  };
  expect(await listed({ etat: 'concernes' })).toHaveLength(2);
  expect(await listed({ etat: 'non-concernes' })).toEqual([expect.stringMatching(/^Libre;/)]);
  expect(await listed({ statut: 'military' })).toEqual([expect.stringMatching(/^Petit;/)]);
  expect(await listed({ recherche: 'ILOT' })).toEqual([expect.stringMatching(/^Îlot;/)]);
  expect(await listed({ etat: 'acheve' })).toEqual([]);
  const text = await textOf(
    await exported(organisation, 'A', { etat: 'concernes', statut: 'civilian', recherche: '=1' }),
  );
  expect(text).toContain('Liste;Tous les concernés, statut : Civil, recherche : =1\r\n');
});

test('everybody is there once, in several units or not, however many steps it takes', async () => {
  const organisation = await followedOrganisation();
  const { db } = organisation;
  for (let index = 0; index < 450; index += 1) await admitTo(db, index % 9 === 0 ? 'A1' : 'A', { hr: `M${index}` });
  const memberships = await db.selectFrom('membership').select(['person_id', 'from_date']).limit(30).execute();
  const second = await unitIdOf(db, 'A1');
  for (const { person_id, from_date } of memberships)
    await db
      .insertInto('membership')
      .values({ id: newId(), person_id, unit_id: second, from_date, to_date: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const numbers = [...(await textOf(await exported(organisation, 'TOP'))).matchAll(/;(M\d+);/g)].map(([, hr]) => hr);
  expect(numbers.length).toBe(450);
  expect(new Set(numbers).size).toBe(450);
});

test('a file held open and unread delays nobody, and stays the state it began with', async () => {
  const organisation = await followedOrganisation();
  const { db } = organisation;
  for (let index = 0; index < 450; index += 1) await admitTo(db, 'A', { hr: `M${index}` });
  const held = (await exported(organisation, 'TOP')).getReader();
  const { value: head } = await held.read();

  await admitTo(db, 'A', { name: 'Tardif', hr: 'LATE' });
  const count = await db.selectFrom('person').select(db.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  expect(count.count).toBe(451);
  expect(await textOf(await exported(organisation, 'TOP'))).toContain('LATE');

  let rest = new TextDecoder().decode(head);
  for (let part = await held.read(); !part.done; part = await held.read()) rest += new TextDecoder().decode(part.value);
  expect(rest.match(/;M\d+;/g)?.length).toBe(450);
  expect(rest).not.toContain('LATE');
  expect(rest).toContain('Concernés;450');
});

test('nothing is read before somebody reads, and a reader who leaves or a fault ends the file', async () => {
  const organisation = await followedOrganisation();
  for (let index = 0; index < 1200; index += 1) await admitTo(organisation.db, 'A', { hr: `M${index}` });
  await (await exported(organisation, 'TOP')).cancel();
  const left = (await exported(organisation, 'TOP')).getReader();
  await left.read();
  await left.cancel();

  const failing = (await exported(organisation, 'TOP')).getReader();
  await organisation.db.schema.alterTable('person').renameTo('elsewhere').execute();
  // The heading was made with the plan of the file.
  await failing.read();
  await expect(failing.read()).rejects.toThrow('no such table');
});

test('a file is of a past day when asked, and refused for a day to come or a programme that is not there', async () => {
  const organisation = await followedOrganisation();
  await admitTo(organisation.db, 'A', { name: 'Présent' });
  const before = await exported(organisation, 'A', { au: '2026-01-04' });
  expect(await textOf(before)).not.toContain('Présent');
  expect(await loaded(organisation, 'A', { au: '2026-11-24' })).toBeNull();
  expect(await loaded(organisation, 'A', { au: 'hier' })).toBeNull();
  expect(await loaded(organisation, 'A', { programme: 'autre' })).toBeNull();
  expect(exportFileName((await loaded(organisation, 'A', { au: '2026-01-04' }))!)).toBe('suivi-A-2026-01-04.csv');
});

async function loaded({ db }: Organisation, code: string, parameters: Record<string, string> = {}) {
  const query = ExportQuery.parse(parameters);
  const asked = { code, query, format: 'csv', today: TODAY, now: NOW } as const;
  return loadUnitExport(db, await actorWith(db, 'administrator'), asked);
}

async function exported(organisation: Organisation, code: string, parameters: Record<string, string> = {}) {
  const file = await loaded(organisation, code, parameters);
  if (!file) throw new Error('there is no such file');
  return streamUnitExport(testTasks(organisation.db), file);
}

/** The characters of a stream, its byte-order mark too. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>)
    text += decoder.decode(part, { stream: true });
  return text;
}
