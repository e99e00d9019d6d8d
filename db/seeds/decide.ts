import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { addDays, civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant, type Instant } from '#domain/time/instant.ts';
import type { Decision } from '#features/obligations/decision.ts';
import { recordDecision } from '#features/obligations/record-decision.ts';
import { delegateFollowUp } from '#features/people/delegate-follow-up.ts';
import { bruno, chloe } from './cast.ts';
import type { SeedPerson } from './people.ts';

const PROPOSED_DAYS_AGO = 2;
const LEAVE = { begins: -110, lasts: 20 };

/** What Chloé proposed and waits for an administrator, and the follow-up she handed to Bruno during a leave. */
export async function decide(
  trx: Transaction<Database>,
  people: readonly SeedPerson[],
  { now, programme, opensOn }: { now: Instant; programme: string; opensOn: CivilDate },
): Promise<void> {
  const today = civilDateOf(now);
  const proposedOn = addDays(today, -PROPOSED_DAYS_AGO);
  if (proposedOn <= opensOn) return;
  const [first, second] = people.filter(
    ({ story, isDesignated, unitCode, movesTo, exemption, credit, arrivedOn }) =>
      story === 'not-started' &&
      isDesignated &&
      unitCode.startsWith('FM') &&
      !movesTo &&
      !exemption &&
      !credit &&
      arrivedOn < proposedOn,
  );
  if (first)
    await propose(trx, proposedOn, {
      kind: 'exemption',
      personId: first.personId,
      programme,
      from: today,
      to: null,
      reason: 'Ne tient plus la fonction concernée',
    });
  if (second)
    await propose(trx, proposedOn, {
      kind: 'credit',
      personId: second.personId,
      programme,
      doneOn: addDays(today, -40),
      proof: 'Attestation n° 214, classée à la section formation (fictive)',
    });
  await delegate(trx, addDays(today, LEAVE.begins), opensOn);
}

async function propose(trx: Transaction<Database>, day: CivilDate, decision: Decision): Promise<void> {
  const { outcome } = await recordDecision(trx, actOn(day), decision, { waits: true });
  if (outcome !== 'waiting') throw new Error(`the demonstration was refused a proposal: ${outcome}`);
}

async function delegate(trx: Transaction<Database>, from: CivilDate, opensOn: CivilDate): Promise<void> {
  if (from <= opensOn) return;
  const actor: Actor = { ...chloe, roles: [] };
  const { outcome } = await delegateFollowUp(trx, actOn(addDays(from, -3)), actor, {
    unitCode: 'FM-1',
    hrNumber: bruno.hrNumber,
    from,
    through: addDays(from, LEAVE.lasts),
    reason: 'Permission d’été',
  });
  if (outcome !== 'delegated') throw new Error(`the demonstration was refused a delegation: ${outcome}`);
}

/** Chloé, in the morning. */
function actOn(day: CivilDate) {
  return { by: chloe.personId, at: parseInstant(`${day}T09:00:00Z`), requestId: null };
}
