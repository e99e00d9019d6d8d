import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { FIRST_WINDOW } from '#domain/progress/module-window.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { exemptPerson } from '#features/obligations/exempt-person.ts';
import { recordAbsence } from '#features/obligations/record-absence.ts';
import { recordCredit } from '#features/obligations/record-credit.ts';
import { newId } from '#platform/ids.ts';
import { smallModule } from '#tests/support/published-module.ts';
import { act, actorWith, admitTo, followedOrganisation } from './followed-organisation.ts';

const day = (text: string) => text as CivilDate;

/**
 * An organisation where everybody stands elsewhere: Élodie is done, Karim began, Zoé has a credit, Yann is exempt, Inès is
 * absent, Olivier and Hugo did nothing; Léa, a student, is not designated. What learning would write is put in by hand.
 */
export async function followUpCast() {
  const { db, openReader } = await followedOrganisation([smallModule()]);
  const ids = {
    elodie: await admitTo(db, 'A1', { given: 'Élodie', name: 'Le Floc’h', hr: 'X-1', status: 'military' }),
    karim: await admitTo(db, 'A1', { given: 'Karim', name: 'd’Escrivan', hr: 'X-KARIM', status: 'military' }),
    zoe: await admitTo(db, 'A', { given: 'Zoé', name: 'Cœurdevey' }),
    yann: await admitTo(db, 'A', { given: 'Yann', name: 'Saint-Martin' }),
    ines: await admitTo(db, 'A1', { given: 'Inès', name: 'Muñoz', status: 'military' }),
    olivier: await admitTo(db, 'A1', { given: 'Olivier', name: 'Olivier', status: 'military' }),
    lea: await admitTo(db, 'A1', { given: 'Léa', name: 'Petit', status: 'student', isDesignated: false }),
    hugo: await admitTo(db, 'B', { given: 'Hugo', name: 'Martin', status: 'military' }),
  };
  const about = (personId: string) => ({ programme: 'vss', personId });
  const tenth = { ...act, at: parseInstant('2026-11-10T09:00:00Z') };
  await recordCredit(db, tenth, { ...about(ids.zoe), doneOn: day('2026-11-10'), proof: 'Attestation' });
  await exemptPerson(db, act, { ...about(ids.yann), from: day('2026-03-01'), reason: 'Fin de fonction' });
  await recordAbsence(db, act, { personId: ids.ines, from: day('2026-10-01'), to: null, category: 'sick' });
  await begin(db, ids.karim, '2026-09-02');
  await complete(db, ids.elodie, '2026-06-15');
  return { db, openReader, ids, administrator: await actorWith(db, 'administrator') };
}

async function begin(db: Kysely<Database>, personId: string, on: string): Promise<void> {
  const begun = { ...(await firstEdition(db)), begun_at: `${on}T08:00:00.000Z`, begun_on: on };
  await db
    .insertInto('begun')
    .values({ person_id: personId, ...begun })
    .execute();
}

async function complete(db: Kysely<Database>, personId: string, on: string): Promise<void> {
  await begin(db, personId, on);
  const completed = { ...(await firstEdition(db)), completed_at: `${on}T09:00:00.000Z`, completed_on: on, done_on: on };
  await db
    .insertInto('completion')
    .values({ id: newId(), person_id: personId, rule: 'lessons-read-and-attempt-passed', ...completed })
    .execute();
}

function firstEdition(db: Kysely<Database>) {
  return db
    .selectFrom('module_version')
    .where('edition', '=', 1)
    .select((eb) => ['module_id', 'edition', 'id as version_id', eb.val(FIRST_WINDOW).as('window_from')])
    .executeTakeFirstOrThrow();
}
