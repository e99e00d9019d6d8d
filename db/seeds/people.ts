import type { PersonStatus } from '#db/schema.ts';
import { addDays, type CivilDate } from '#domain/time/civil-date.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts';
import type { SeedUnit } from './organisation.ts';
import type { Chance } from './random.ts';

/** How far a person of the demonstration has got. */
export type Story = 'done' | 'in-progress' | 'not-started';

/** A person of the demonstration and what happened to them. */
export interface SeedPerson {
  personId: string;
  hrNumber: string;
  givenName: string;
  familyName: string;
  status: PersonStatus;
  /** Leads nowhere; a few have none. */
  email: string | null;
  unitCode: string;
  arrivedOn: CivilDate;
  isDesignated: boolean;
  story: Story;
  movesTo: { unitCode: string; on: CivilDate } | null;
  exemption: { from: CivilDate; reason: string } | null;
  credit: { doneOn: CivilDate; proof: string } | null;
  absence: { from: CivilDate; to: CivilDate | null; category: 'mission' | 'leave' | 'sick' } | null;
}

const FIRST_ARRIVAL = '2024-09-01' as CivilDate;
const CAMPAIGN_START = '2026-01-12' as CivilDate;
const WITHOUT_ADDRESS_EVERY = 11;
const SUMMER_MOVE = '2026-08-01' as CivilDate;

/** Draws `count` persons over the units that have people. */
export function drawPeople(chance: Chance, units: readonly SeedUnit[], count: number): SeedPerson[] {
  const teams = units.filter((unit) => unit.code !== 'ORG');
  return Array.from({ length: count }, (_, index) => drawPerson(chance, teams, index));
}

function drawPerson(chance: Chance, teams: readonly SeedUnit[], index: number): SeedPerson {
  const unit = drawUnit(chance, teams);
  const status = drawStatus(chance, unit);
  const arrivedOn = chance.isHit(0.85) ? FIRST_ARRIVAL : addDays(CAMPAIGN_START, chance.between(0, 280));
  const serial = String(index + 100).padStart(6, '0');
  return {
    personId: `00000000-0000-4000-8000-000001${serial}`,
    hrNumber: `D-${serial}`,
    givenName: chance.pick(GIVEN_NAMES),
    familyName: chance.pick(FAMILY_NAMES),
    status,
    email: index % WITHOUT_ADDRESS_EVERY === 0 ? null : `d-${serial}@exemple.invalid`,
    unitCode: unit.code,
    arrivedOn,
    isDesignated: status !== 'student' && chance.isHit(0.92),
    story: drawStory(chance, unit.diligence),
    movesTo: chance.isHit(0.06)
      ? { unitCode: chance.pick(teams).code, on: addDays(SUMMER_MOVE, chance.between(0, 45)) }
      : null,
    ...drawExceptions(chance),
  };
}

/** Teams of the fourth level hold nearly everybody; their headquarters a few. */
function drawUnit(chance: Chance, teams: readonly SeedUnit[]): SeedUnit {
  const unit = chance.pick(teams);
  const isTeam = /\d\d$/.test(unit.code);
  return isTeam || chance.isHit(0.15) ? unit : drawUnit(chance, teams);
}

function drawStatus(chance: Chance, unit: SeedUnit): PersonStatus {
  if (chance.isHit(unit.studentShare)) return 'student';
  return chance.isHit(unit.code.startsWith('SE') ? 0.6 : 0.15) ? 'civilian' : 'military';
}

function drawStory(chance: Chance, diligence: number): Story {
  if (chance.isHit(diligence)) return 'done';
  return chance.isHit(0.4) ? 'in-progress' : 'not-started';
}

type Exceptions = Pick<SeedPerson, 'exemption' | 'credit' | 'absence'>;

function drawExceptions(chance: Chance): Exceptions {
  const none: Exceptions = { exemption: null, credit: null, absence: null };
  const draw = chance.next();
  if (draw < 0.03)
    return {
      ...none,
      credit: {
        doneOn: addDays(CAMPAIGN_START, chance.between(10, 200)),
        proof: `Attestation de la Maison des femmes n° ${chance.between(100, 999)}`,
      },
    };
  if (draw < 0.05)
    return {
      ...none,
      exemption: { from: addDays(CAMPAIGN_START, chance.between(10, 200)), reason: 'Fin de la fonction concernée' },
    };
  if (draw < 0.1) {
    const from = addDays('2026-09-15' as CivilDate, chance.between(0, 45));
    return {
      ...none,
      absence: {
        from,
        to: addDays(from, chance.between(60, 180)),
        category: chance.pick(['mission', 'leave', 'sick']),
      },
    };
  }
  return none;
}
