import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hasPermission } from '#domain/identity/permissions.ts';
import type { Actor } from '#domain/identity/roles.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { waitsForSomebody } from './decide-for-person.ts';
import { absenceLine, creditLine, designationLine, exemptionLine, type FactLine } from './fact-lines.ts';
import { listWaitingDecisions, type PendingDecision } from './pending-queries.ts';
import { listAbsenceFacts, listCreditFacts, listDesignationFacts, listExemptionFacts } from './person-fact-queries.ts';
import { findPersonInScope, type PersonInScope } from './person-scope.ts';
import { listProgrammeDetails } from './queries.ts';

const MAX_WAITING = 50;

export interface PersonDecisions {
  person: PersonInScope;
  today: CivilDate;
  /** An administrator: reads every reason, and ends what counts. */
  isFull: boolean;
  /** What the actor records waits until somebody else confirms it. */
  waits: { decision: boolean; absence: boolean };
  /** Those that are open. */
  programmes: { slug: string; name: string }[];
  designations: FactLine[];
  exemptions: FactLine[];
  credits: FactLine[];
  absences: FactLine[];
  waiting: PendingDecision[];
}

/** What was decided about a person, as far as the actor may read it; null when they are none of theirs. */
export async function loadPersonDecisions(
  db: Kysely<Database>,
  actor: Actor,
  { personId, today, needsSecondPerson }: { personId: string; today: CivilDate; needsSecondPerson: boolean },
): Promise<PersonDecisions | null> {
  const person = await findPersonInScope(db, actor, personId, today);
  if (!person) return null;
  const isFull = hasPermission(actor, 'obligation:decide');
  const reader = { actorId: actor.personId, isFull, today };
  const programmes = await listProgrammeDetails(db);
  return {
    person,
    today,
    isFull,
    waits: {
      decision: waitsForSomebody(actor, { kind: 'exemption', personId }, needsSecondPerson),
      absence: waitsForSomebody(actor, { kind: 'absence', personId }, needsSecondPerson),
    },
    programmes: programmes
      .filter(({ closedOn }) => closedOn === null || closedOn > today)
      .map(({ slug, name }) => ({ slug, name })),
    designations: (await listDesignationFacts(db, personId)).map((fact) => designationLine(fact, reader)),
    exemptions: (await listExemptionFacts(db, personId)).map((fact) => exemptionLine(fact, reader)),
    credits: (await listCreditFacts(db, personId)).map((fact) => creditLine(fact, reader)),
    absences: (await listAbsenceFacts(db, personId)).map((fact) => absenceLine(fact, reader)),
    waiting: await listWaitingDecisions(db, { personId, limit: MAX_WAITING }),
  };
}
