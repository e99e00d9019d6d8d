import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { hasPermission } from '#domain/identity/permissions.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Decision } from './decision.ts';
import { findPersonInScope } from './person-scope.ts';
import { recordDecision, type RecordDecisionResult } from './record-decision.ts';

/** True when that actor's decisions of that kind wait until somebody else confirms them; what is about oneself always does. */
export function waitsForSomebody(
  actor: Actor,
  { kind, personId }: Pick<Decision, 'kind' | 'personId'>,
  needsSecondPerson: boolean,
): boolean {
  const mayDecide = kind === 'absence' || hasPermission(actor, 'obligation:decide');
  return needsSecondPerson || !mayDecide || personId === actor.personId;
}

/** Decides or proposes something about somebody of the actor's units; null when they are not of them. */
export async function decideForPerson(
  db: Kysely<Database>,
  { act, actor, needsSecondPerson }: { act: Act; actor: Actor; needsSecondPerson: boolean },
  decision: Decision,
): Promise<RecordDecisionResult | null> {
  if (!(await findPersonInScope(db, actor, decision.personId, civilDateOf(act.at)))) return null;
  const waits = waitsForSomebody(actor, decision, needsSecondPerson);
  return recordDecision(db, { ...act, by: actor.personId }, decision, { waits });
}
