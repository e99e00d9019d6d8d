import type { Kysely, Transaction } from 'kysely';
import type { AbsenceCategory, Database, PersonStatus } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { addDays, civilDateOf, daysBetween, type CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant, type Instant } from '#domain/time/instant.ts';
import { writeBegun, writeCompletions, type FactToWrite } from '#features/learning/write-facts.ts';
import {
  writeAbsences,
  writeCredits,
  writeDesignations,
  writeExemptions,
} from '#features/obligations/write-obligations.ts';
import { writeMemberships, writePeople, writeUnits, type UnitToWrite } from '#features/people/write-people.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { PROGRAMME } from './build-demonstration.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts';
import { chanceFrom, type Chance } from './random.ts';

export interface GeneratedSize {
  people: number;
  units: number;
  /** The same seed gives the same organisation, to the last identifier. */
  seed: number;
}

/** Depths below the top of the organisation, as in the ministry (facts: eight). */
const LEVELS = 7;
const RANK_GROUPS: Record<PersonStatus, readonly string[]> = {
  military: ['Officier', 'Sous-officier', 'Militaire du rang'],
  civilian: ['Catégorie A', 'Catégorie B', 'Catégorie C', 'Ouvrier de l’État'],
  student: ['Élève'],
};
const JOBS = ['Encadrement', 'Soutien', 'Instruction', 'Opérations', 'Santé', 'Maintenance'];
const ABSENCES: readonly AbsenceCategory[] = ['mission', 'leave', 'sick'];

/** Adds a large fictional organisation under the top unit of the demonstration, in one transaction. */
export async function generateOrganisation(
  db: Kysely<Database>,
  act: Act,
  size: GeneratedSize,
  say: (sentence: string) => void,
): Promise<void> {
  const chance = chanceFrom(size.seed);
  await inTransaction(db, async (trx) => {
    const top = await trx.selectFrom('unit').where('parent_id', 'is', null).select('id').executeTakeFirstOrThrow();
    const units = drawUnits(chance, size.units, top.id);
    say(`unités : ${units.length}…`);
    await writeUnits(trx, units, act.at);
    say(`personnes : ${size.people}…`);
    const people = drawPeople(chance, size.people, units);
    await writePeople(trx, people, act.at);
    await writeMemberships(
      trx,
      people.flatMap((person) => person.memberships),
    );
    say('désignations et apprentissage…');
    await liveThroughTheYear(trx, chance, act, people);
  });
}

function drawUnits(chance: Chance, count: number, topId: string): UnitToWrite[] {
  const units: (UnitToWrite & { depth: number })[] = [];
  for (let number = 1; number <= count; number += 1) {
    // The first units are the large ones, so that every level is filled.
    const parents = units.slice(0, Math.max(12, Math.floor(units.length / 4))).filter(({ depth }) => depth < LEVELS);
    const parent = number <= 12 ? undefined : chance.pick(parents);
    units.push({
      unitId: drawId(chance),
      code: `G-${String(number).padStart(5, '0')}`,
      name: `Unité fictive ${number}`,
      parentId: parent?.unitId ?? topId,
      depth: (parent?.depth ?? 0) + 1,
    });
  }
  return units;
}

type DrawnPerson = ReturnType<typeof drawPerson>;

function drawPeople(chance: Chance, count: number, units: readonly UnitToWrite[]): DrawnPerson[] {
  return Array.from({ length: count }, (_, index) => drawPerson(chance, index + 1, units));
}

function drawPerson(chance: Chance, number: number, units: readonly UnitToWrite[]) {
  const share = chance.next();
  const status: PersonStatus = share < 0.72 ? 'military' : share < 0.93 ? 'civilian' : 'student';
  const personId = drawId(chance);
  const unit = chance.pick(units);
  const arrived = addDays('2025-09-01' as CivilDate, chance.between(0, 120));
  const membership = (unitId: string, from: CivilDate, to: CivilDate | null) => ({
    membershipId: drawId(chance),
    personId,
    unitId,
    from,
    to,
  });
  const moved = chance.isHit(0.06) ? addDays('2026-02-01' as CivilDate, chance.between(0, 240)) : null;
  const memberships =
    moved === null
      ? [membership(unit.unitId, arrived, null)]
      : [membership(unit.unitId, arrived, moved), membership(chance.pick(units).unitId, moved, null)];
  if (chance.isHit(0.004)) memberships.push(membership(chance.pick(units).unitId, addDays(arrived, 1), null));
  return {
    personId,
    hrNumber: `G${String(number).padStart(7, '0')}`,
    givenName: chance.pick(GIVEN_NAMES),
    familyName: chance.pick(FAMILY_NAMES),
    status,
    email: `g${number}@exemple.invalid`,
    rankGroup: chance.pick(RANK_GROUPS[status]),
    job: chance.pick(JOBS),
    memberships,
    diligence: 0.2 + (hashOf(unit.code) % 70) / 100,
  };
}

async function liveThroughTheYear(
  trx: Transaction<Database>,
  chance: Chance,
  act: Act,
  people: readonly DrawnPerson[],
): Promise<void> {
  const today = civilDateOf(act.at);
  const programme = await trx
    .selectFrom('programme')
    .where('slug', '=', PROGRAMME)
    .select(['id', 'opens_on'])
    .executeTakeFirstOrThrow();
  const opensOn = programme.opens_on as CivilDate;
  const opening = { at: parseInstant(`${opensOn}T08:00:00Z`), by: null };
  const designated = people.filter(({ status }) => chance.isHit(status === 'student' ? 0.05 : 0.9));
  const period = (personId: string, from: CivilDate, to: CivilDate | null = null) => ({
    id: drawId(chance),
    personId,
    from,
    to,
  });
  const some = (share: number) => designated.filter(() => chance.isHit(share));
  const someDay = () => addDays(opensOn, chance.between(10, Math.max(11, daysBetween(opensOn, today))));
  await writeDesignations(
    trx,
    programme.id,
    designated.map(({ personId }) => period(personId, opensOn)),
    opening,
  );
  await writeExemptions(
    trx,
    programme.id,
    some(0.01).map(({ personId }) => ({ ...period(personId, someDay()), reason: 'Cas fictif.' })),
    opening,
  );
  await writeCredits(
    trx,
    programme.id,
    some(0.02).map(({ personId }) => ({ ...period(personId, someDay()), proof: 'Attestation fictive' })),
    opening,
  );
  await writeAbsences(
    trx,
    some(0.03).map(({ personId }) => ({
      ...period(personId, addDays(today, -chance.between(1, 90)), addDays(today, chance.between(1, 120))),
      category: chance.pick(ABSENCES),
    })),
    opening,
  );
  await followModules(trx, chance, act.at, designated);
}

/** Each person begins some modules, in order, and completes most of those they begin. */
async function followModules(
  trx: Transaction<Database>,
  chance: Chance,
  now: Instant,
  people: readonly DrawnPerson[],
): Promise<void> {
  const versions = await trx
    .selectFrom('module_version')
    .innerJoin('module', 'module.id', 'module_version.module_id')
    .select(['module_version.id', 'module_id', 'edition'])
    .orderBy('module.code')
    .execute();
  const lastDay = daysBetween('2026-01-05' as CivilDate, civilDateOf(now));
  const starts = people.map(({ diligence }) => (chance.isHit(diligence) ? chance.between(0, lastDay) : null));
  for (const [place, version] of versions.entries()) {
    const begun: FactToWrite[] = [];
    const completed: FactToWrite[] = [];
    for (const [index, { personId, diligence }] of people.entries()) {
      const start = starts[index];
      if (start === null || start === undefined || start + place * 7 > lastDay) continue;
      const at = `${addDays('2026-01-05' as CivilDate, start + place * 7)}T0${chance.between(7, 9)}:15:00.000Z`;
      begun.push({ id: '', personId, at: parseInstant(at) });
      if (chance.isHit(0.5 + diligence / 2))
        completed.push({ id: drawId(chance), personId, at: parseInstant(at.replace(':15:', ':55:')) });
      else starts[index] = null;
    }
    const ofVersion = { moduleId: version.module_id, edition: version.edition, versionId: version.id };
    await writeBegun(trx, ofVersion, begun);
    await writeCompletions(trx, ofVersion, completed);
  }
}

/** A UUID of the fourth kind, drawn from the seed. */
function drawId(chance: Chance): string {
  const part = () =>
    Math.floor(chance.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const hex = part() + part() + part() + part();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9973, 7);
}
