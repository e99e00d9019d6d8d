import { describe, expect, test } from 'vitest';
import type { Act } from '#domain/identity/act.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { exemptPerson } from '#features/obligations/exempt-person.ts';
import { recordAbsence } from '#features/obligations/record-absence.ts';
import { recordCredit } from '#features/obligations/record-credit.ts';
import { createPerson } from '#features/people/create-person.ts';
import { createUnit } from '#features/people/create-unit.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const act: Act = { by: null, at: parseInstant('2026-01-05T08:00:00Z'), requestId: 'r1' };
const from = '2026-01-12' as CivilDate;
const programme = 'formation';
const opening = {
  slug: programme,
  name: 'Formation',
  opensOn: from,
  deadline: '2026-12-31' as CivilDate,
  moduleCodes: [],
};

async function oneDesignatedPerson() {
  const db = await testDatabase();
  await createUnit(db, act, { code: 'TOP', name: 'Sommet', parentCode: null });
  const person = { hrNumber: 'X1', givenName: 'Zoé', familyName: 'Îlot', status: 'military', unitCode: 'TOP' } as const;
  const created = await createPerson(db, act, { ...person, fromDate: from });
  if (created.outcome !== 'created') throw new Error(created.outcome);
  await createProgramme(db, act, opening);
  return { db, personId: created.personId };
}

describe('programmes', () => {
  test('a programme is opened once under its name', async () => {
    const { db } = await oneDesignatedPerson();
    expect(await createProgramme(db, act, opening)).toEqual({ outcome: 'slug-taken' });
  });

  test('a programme asks only for modules that exist, and nothing is half applied', async () => {
    const { db } = await oneDesignatedPerson();
    const result = await createProgramme(db, act, { ...opening, slug: 'autre', moduleCodes: ['m9'] });
    expect(result).toEqual({ outcome: 'no-such-module', code: 'm9' });
    expect(await db.selectFrom('programme').select('slug').execute()).toEqual([{ slug: programme }]);
  });
});

type Db = Awaited<ReturnType<typeof testDatabase>>;
const reason = 'Mutation hors du périmètre';
const proof = 'Attestation n° 12';

const COMMANDS = {
  designation: {
    run: (db: Db, personId: string, slug: string) => designatePerson(db, act, { programme: slug, personId, from }),
    first: 'designated',
    again: 'already-designated',
    verb: 'person:designate',
  },
  exemption: {
    run: (db: Db, personId: string, slug: string) => exemptPerson(db, act, { programme: slug, personId, from, reason }),
    first: 'exempted',
    again: 'already-exempted',
    verb: 'person:exempt',
  },
  credit: {
    run: (db: Db, personId: string, slug: string) =>
      recordCredit(db, act, { programme: slug, personId, doneOn: '2025-12-01' as CivilDate, proof }),
    first: 'recorded',
    again: 'already-recorded',
    verb: 'person:credit',
  },
} as const;

describe.each(Object.entries(COMMANDS))('%s', (table, command) => {
  test('is kept with its line of the journal; sent twice it changes nothing', async () => {
    const { db, personId } = await oneDesignatedPerson();
    expect((await command.run(db, personId, programme)).outcome).toBe(command.first);
    expect((await command.run(db, personId, programme)).outcome).toBe(command.again);
    expect(
      await db
        .selectFrom(table as keyof typeof COMMANDS)
        .select('id')
        .execute(),
    ).toHaveLength(1);
    const deeds = await db.selectFrom('journal').where('verb', '=', command.verb).select('request_id').execute();
    expect(deeds).toEqual([{ request_id: 'r1' }]);
  });

  test('is refused for a programme that does not exist', async () => {
    const { db, personId } = await oneDesignatedPerson();
    expect(await command.run(db, personId, 'nope')).toEqual({ outcome: 'no-such-programme' });
  });
});

test('an absence is kept once, and the journal does not say why', async () => {
  const { db, personId } = await oneDesignatedPerson();
  const absence = { personId, from, to: null, category: 'sick' } as const;
  expect(await recordAbsence(db, act, absence)).toEqual({ outcome: 'recorded' });
  expect(await recordAbsence(db, act, absence)).toEqual({ outcome: 'already-recorded' });
  const deeds = await db.selectFrom('journal').where('verb', '=', 'person:absence').select('detail').execute();
  expect(deeds).toEqual([{ detail: '{"from":"2026-01-12","to":null}' }]);
});

test('the journal can be neither changed nor erased', async () => {
  const { db } = await oneDesignatedPerson();
  await expect(db.deleteFrom('journal').execute()).rejects.toThrow('append-only');
  await expect(db.updateTable('journal').set({ verb: 'x:y' }).execute()).rejects.toThrow('append-only');
});
