import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addDays, type CivilDate } from '#domain/time/civil-date.ts';
import { moduleAddress } from '#features/learning/addresses.ts';
import { listMySessions, type MySessionFacts } from './my-session-queries.ts';

/** What a person reads of a session they are on the list of. */
export interface MySession extends Pick<
  MySessionFacts,
  'heldOn' | 'startsAt' | 'place' | 'houseName' | 'trainerName' | 'moduleTitle'
> {
  moduleHref: string;
  isToday: boolean;
  news:
    | { kind: 'to-come' | 'cancelled' | 'cancelled-after' | 'awaited' | 'not-present' | 'completed' }
    | { kind: 'presence-withdrawn'; reason: string }
    | { kind: 'moved'; from: { heldOn: CivilDate; startsAt: string; place: string } }
    /** Counted for so many lessons. */
    | { kind: 'lessons'; count: number };
}

export interface MySessions {
  /** With those that are cancelled until some days after their date; the earliest first. */
  coming: MySession[];
  /** The latest first. */
  held: MySession[];
}

/** A session is told of for so long after its day. */
const TOLD_FOR_DAYS = 90;
/** One that was cancelled, less: it is only to be known that it is not held. */
const CANCELLED_FOR_DAYS = 7;

/** The sessions in person that somebody is enrolled in, and what those that were held gave. */
export async function loadMySessions(db: Kysely<Database>, personId: string, today: CivilDate): Promise<MySessions> {
  const facts = await listMySessions(db, personId, addDays(today, -TOLD_FOR_DAYS));
  const sessions = facts.flatMap((session) => toMySession(session, today) ?? []);
  const isComing = ({ news }: MySession) => ['to-come', 'moved', 'cancelled'].includes(news.kind);
  return { coming: sessions.filter(isComing), held: sessions.filter((session) => !isComing(session)).reverse() };
}

function toMySession(session: MySessionFacts, today: CivilDate): MySession | null {
  const { heldOn, startsAt, place, houseName, trainerName, moduleTitle, moduleCode } = session;
  const news = newsOf(session, today);
  if (news === null) return null;
  const moduleHref = moduleAddress(moduleCode);
  return {
    ...{ heldOn, startsAt, place, houseName, trainerName, moduleTitle, moduleHref },
    isToday: heldOn === today,
    news,
  };
}

function newsOf(session: MySessionFacts, today: CivilDate): MySession['news'] | null {
  const { heldOn, cancelledAt, closedAt, isPresent, withdrawnReason, countedLessons } = session;
  if (cancelledAt !== null && closedAt !== null && isPresent) return { kind: 'cancelled-after' };
  if (cancelledAt !== null) return heldOn < addDays(today, -CANCELLED_FOR_DAYS) ? null : { kind: 'cancelled' };
  if (closedAt === null) {
    if (heldOn < today) return { kind: 'awaited' };
    const from = movedSinceEnrolment(session);
    return from ? { kind: 'moved', from } : { kind: 'to-come' };
  }
  if (isPresent)
    return countedLessons === null ? { kind: 'completed' } : { kind: 'lessons', count: countedLessons.length };
  return withdrawnReason === null ? { kind: 'not-present' } : { kind: 'presence-withdrawn', reason: withdrawnReason };
}

/** Whoever was enrolled after the move never knew of the other date. */
function movedSinceEnrolment({ movedAt, movedFrom, enrolledAt, heldOn, startsAt, place }: MySessionFacts) {
  if (movedAt === null || movedFrom === null || enrolledAt === null || enrolledAt > movedAt) return null;
  const isBack = movedFrom.heldOn === heldOn && movedFrom.startsAt === startsAt && movedFrom.place === place;
  return isBack ? null : movedFrom;
}
