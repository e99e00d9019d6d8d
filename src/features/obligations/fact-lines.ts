import type { Period } from '#domain/obligation/obligation-state.ts';
import { addDays, type CivilDate } from '#domain/time/civil-date.ts';
import { frenchDateTime, shortFrenchDate } from '#domain/time/french-dates.ts';
import { periodWords } from '#domain/time/period-words.ts';
import { CATEGORY_NAMES } from './decision.ts';
import type { AbsenceFact, Authorship, CreditFact, DesignationFact, ExemptionFact } from './person-fact-queries.ts';

/** A fact about a person as one reads it. */
export interface FactLine {
  factId: string;
  /** What the fact is of: a programme's name, or « Absence ». */
  title: string;
  period: string;
  /** Why, or by what proof; what the reader may not know is not in it. */
  detail: string;
  author: string;
  from: CivilDate;
  /** Null while it has no end. */
  lastDay: CivilDate | null;
  /** Not over: it may be given an end. */
  isRunning: boolean;
}

/** Who reads. */
export interface FactReader {
  actorId: string;
  /** An administrator. */
  isFull: boolean;
  today: CivilDate;
}

/**
 * Why somebody is exempt, and where they were trained elsewhere, may tell of what happened to them: only administrators
 * and who wrote it read it.
 */
const KEPT_BACK = 'connu de son auteur et de l’administration';

export function designationLine(fact: DesignationFact, reader: FactReader): FactLine {
  return { ...lineOf(fact, reader), title: fact.programmeName, detail: endWords(fact) };
}

export function exemptionLine(fact: ExemptionFact, reader: FactReader): FactLine {
  const reason = mayRead(fact, reader) ? [fact.reason, endWords(fact)].filter(Boolean).join(' ') : KEPT_BACK;
  return { ...lineOf(fact, reader), title: fact.programmeName, detail: reason };
}

export function creditLine(fact: CreditFact, reader: FactReader): FactLine {
  const proof = mayRead(fact, reader) ? [fact.proof, endWords(fact)].filter(Boolean).join(' ') : KEPT_BACK;
  return {
    ...lineOf(fact, reader),
    title: fact.programmeName,
    period: `suivie le ${shortFrenchDate(fact.doneOn)}, comptée ${periodWords(fact.from, fact.to, reader.today)}`,
    detail: proof,
  };
}

/** Everybody but administrators reads « absent », whoever recorded it; why its end changed is kept back like a reason. */
export function absenceLine(fact: AbsenceFact, reader: FactReader): FactLine {
  return {
    ...lineOf(fact, reader),
    title: 'Absence',
    detail: [
      reader.isFull ? CATEGORY_NAMES[fact.category] : 'absent',
      mayRead(fact, reader) && fact.endReason && `Fin changée : ${fact.endReason}`,
    ]
      .filter(Boolean)
      .join('. '),
  };
}

function lineOf(fact: Period & Authorship & { factId: string }, { today }: FactReader) {
  const { factId, from, to, at, byName, confirmedByName } = fact;
  const who = byName ?? 'import ou ligne de commande';
  const confirmed = confirmedByName === null ? '' : `, confirmé par ${confirmedByName}`;
  return {
    factId,
    period: periodWords(from, to, today),
    author: `${who}, le ${frenchDateTime(at)}${confirmed}`,
    from,
    lastDay: to && addDays(to, -1),
    isRunning: to === null || to > today,
  };
}

function endWords({ endReason }: DesignationFact): string {
  return endReason ? `Terminé : ${endReason}` : '';
}

function mayRead({ byId }: Authorship, { actorId, isFull }: FactReader): boolean {
  return isFull || byId === actorId;
}
