import type { CivilDate } from '#domain/time/civil-date.ts';
import { shortFrenchDate } from '#domain/time/french-dates.ts';
import { periodWords } from '#domain/time/period-words.ts';
import { CATEGORY_NAMES } from './decision.ts';
import type { FactReader } from './fact-lines.ts';
import type { PendingDecision } from './pending-queries.ts';

/** A proposal in a sentence; what the reader may not know is not in it. */
export function decisionWords(pending: PendingDecision, reader: FactReader): string {
  const { decision, programmeName, proposedBy } = pending;
  const isOwn = reader.isFull || proposedBy === reader.actorId;
  switch (decision.kind) {
    case 'exemption': {
      const what = `Dispense de « ${programmeName} » ${period(decision, reader.today)}`;
      return isOwn ? `${what}. Motif : ${decision.reason}` : `${what}.`;
    }
    case 'credit': {
      const what = `Équivalence pour « ${programmeName} », suivie le ${shortFrenchDate(decision.doneOn)}`;
      return isOwn ? `${what}. Preuve : ${decision.proof}` : `${what}.`;
    }
    case 'absence': {
      const what = `Absence ${period(decision, reader.today)}`;
      const why = decision.reason && isOwn ? ` Motif : ${decision.reason}` : '';
      return reader.isFull ? `${what} (${CATEGORY_NAMES[decision.category]}).${why}` : `${what}.${why}`;
    }
  }
}

function period({ from, to }: { from: CivilDate; to: CivilDate | null }, today: CivilDate): string {
  return periodWords(from, to, today);
}
