import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Decision } from './decision.ts';
import { exemptPerson } from './exempt-person.ts';
import { recordAbsence } from './record-absence.ts';
import { recordCredit } from './record-credit.ts';

export type ApplyDecisionResult =
  | { outcome: 'applied' }
  | { outcome: 'already-recorded' }
  | { outcome: 'already-over' }
  | { outcome: 'no-such-programme' }
  | { outcome: 'not-done-yet' };

/** Makes a decision a fact, by the command of its kind. `proposal` says what it was, when somebody else confirms it. */
export async function applyDecision(
  trx: Transaction<Database>,
  act: Act,
  decision: Decision,
  proposal: { id?: string; author?: string } = {},
): Promise<ApplyDecisionResult> {
  const { outcome } = await run(trx, act, decision, proposal);
  switch (outcome) {
    case 'exempted':
    case 'recorded':
      return { outcome: 'applied' };
    case 'already-exempted':
    case 'already-recorded':
      return { outcome: 'already-recorded' };
    default:
      return { outcome };
  }
}

async function run(
  trx: Transaction<Database>,
  act: Act,
  decision: Decision,
  proposal: { id?: string; author?: string },
) {
  switch (decision.kind) {
    case 'exemption':
      return exemptPerson(trx, act, { ...decision, ...proposal });
    case 'credit':
      return recordCredit(trx, act, { ...decision, ...proposal });
    case 'absence':
      return recordAbsence(trx, act, { ...decision, ...proposal });
  }
}
