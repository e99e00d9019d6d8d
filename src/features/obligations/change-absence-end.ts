import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { endOfPeriod, type PeriodEnd } from '#domain/obligation/end-of-period.ts';
import type { Period } from '#domain/obligation/obligation-state.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findAbsence } from './fact-queries.ts';
import { recordDecision } from './record-decision.ts';

export interface AbsenceEnd {
  personId: string;
  absenceId: string;
  /** The first day after it; null while nobody knows. */
  to: CivilDate | null;
  reason: string;
}

export type ChangeAbsenceEndResult =
  | { outcome: 'ended' }
  | { outcome: 'unchanged' }
  | { outcome: 'already-over' }
  | { outcome: 'no-such-absence' }
  /** It would last longer: a second person confirms the days in addition. */
  | { outcome: 'waiting' }
  | { outcome: 'already-waiting' };

/**
 * Gives an absence another end, earlier or later, today at the earliest. Earlier, it counts at once; later, the days in
 * addition are an absence that may wait for a second person, like any other.
 */
export async function changeAbsenceEnd(
  db: Kysely<Database>,
  act: Act & { by: string },
  input: AbsenceEnd,
  { waits }: { waits: boolean },
): Promise<ChangeAbsenceEndResult> {
  return inTransaction(db, async (trx) => {
    const absence = await findAbsence(trx, input);
    if (!absence) return { outcome: 'no-such-absence' };
    const { personId, reason } = input;
    if (waits && absence.to !== null && lastsLonger(absence, input.to) && absence.to > civilDateOf(act.at)) {
      const more = { kind: 'absence', personId, from: absence.to, to: input.to, category: absence.category } as const;
      const { outcome } = await recordDecision(trx, act, { ...more, reason }, { waits });
      if (outcome === 'waiting' || outcome === 'already-waiting') return { outcome };
      // Another absence follows that one already.
      return { outcome: 'unchanged' };
    }
    const end = endOf(absence, input.to, civilDateOf(act.at));
    switch (end.kind) {
      case 'over':
        return { outcome: 'already-over' };
      case 'unchanged':
        return { outcome: 'unchanged' };
      case 'remove':
        await trx.deleteFrom('absence').where('id', '=', input.absenceId).execute();
        break;
      case 'end':
      case 'open':
        await trx
          .updateTable('absence')
          .set({ to_date: end.kind === 'end' ? end.to : null, end_reason: reason })
          .where('id', '=', input.absenceId)
          .execute();
    }
    await recordDeed(trx, act, {
      verb: 'absence:end',
      subjectKind: 'person',
      subjectId: personId,
      detail: {
        from: absence.from,
        to: end.kind === 'end' ? end.to : null,
        was: absence.to,
        end: end.kind,
      },
    });
    return { outcome: 'ended' };
  });
}

function lastsLonger({ to }: Period, asked: CivilDate | null): boolean {
  return to !== null && (asked === null || asked > to);
}

function endOf(absence: Period, to: CivilDate | null, today: CivilDate): PeriodEnd | { kind: 'open' } {
  if (to !== null) return endOfPeriod(absence, to, today);
  if (absence.to === null) return { kind: 'unchanged' };
  return absence.to <= today ? { kind: 'over' } : { kind: 'open' };
}
