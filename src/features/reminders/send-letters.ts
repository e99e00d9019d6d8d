import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { isQuietTime, type QuietDays } from '#domain/time/quiet-time.ts';
import { addDuration, minutes } from '#domain/time/instant.ts';
import { listAskedModules, listProgrammes } from '#features/follow-up/programme-queries.ts';
import type { Clock } from '#platform/clock.ts';
import { whenFree } from '#platform/db/when-free.ts';
import type { MailOutcome, Post } from '#platform/mail/mail-outcome.ts';
import { failureSentence, INTERRUPTED, MOST_TRIES, problemSentence } from './failure-words.ts';
import {
  clearProblem,
  failInterrupted,
  listWaitingLetters,
  putAside,
  setProblem,
  settleTaken,
  takeLetter,
  type WaitingLetter,
} from './letter-queries.ts';
import { addressedText } from './letters.ts';
import { listStillAsked } from './still-asked-queries.ts';

export interface LetterSource {
  db: Kysely<Database>;
  clock: Clock;
  post: Post;
  quietDays: QuietDays;
  /** True when the process is about to end: no further letter is taken. */
  isStopping(): boolean;
}

const LETTERS_AT_ONCE = 25;
/** Longer than handing a letter over can last. */
const INTERRUPTED_AFTER = minutes(10);
const FIRST_PAUSE_IN_MINUTES = 15;

/**
 * Hands over the letters that wait, a few at a time, until there are none, or the mail server takes none, or the hour is
 * quiet. Each is taken before it is handed over, so that it is handed over once: what was being handed over when a process
 * stopped is said to be uncertain, and only a person has it sent again.
 */
export async function sendLetters(source: LetterSource): Promise<void> {
  const { db, clock } = source;
  await whenFree(() => failInterrupted(db, clock.now(), INTERRUPTED_AFTER, INTERRUPTED));
  const mayGoOn = () => !source.isStopping() && !isQuietTime(clock.now(), source.quietDays);
  while (mayGoOn()) {
    const batch = await listWaitingLetters(db, clock.now(), LETTERS_AT_ONCE);
    if (batch.length === 0) return;
    for (const letter of await withoutSettled(source, batch)) {
      if (!mayGoOn()) return;
      const isReachable = await sendLetter(source, letter);
      if (!isReachable) return;
    }
  }
}

/** Puts aside the reminders of those who have done it since, or are asked no more. */
async function withoutSettled({ db, clock }: LetterSource, batch: WaitingLetter[]): Promise<WaitingLetter[]> {
  const day = civilDateOf(clock.now());
  const settled = new Set<string>();
  for (const programme of await listProgrammes(db)) {
    const reminders = batch.filter(({ programmeId }) => programmeId === programme.programmeId);
    if (reminders.length === 0) continue;
    const modules = await listAskedModules(db, programme.programmeId, day);
    const situation = { programme, day, modules, onlyModule: null };
    const isClosed = programme.closedOn !== null && programme.closedOn <= day;
    const personIds = reminders.map(({ personId }) => personId);
    const asked = isClosed ? new Set<string>() : await listStillAsked(db, situation, personIds);
    for (const { personId, reminderId } of reminders) if (!asked.has(personId)) settled.add(reminderId);
  }
  await whenFree(() => putAside(db, [...settled], 'settled'));
  return batch.filter(({ reminderId }) => !settled.has(reminderId));
}

/** Returns false when the mail server takes nothing. */
async function sendLetter({ db, clock, post }: LetterSource, letter: WaitingLetter): Promise<boolean> {
  const { reminderId, sendingId, address, subject, name, body } = letter;
  if (!(await whenFree(() => takeLetter(db, clock.now(), letter)))) {
    await whenFree(() => putAside(db, [reminderId], 'recent'));
    return true;
  }
  const outcome = await post.send({ id: reminderId, to: address, subject, text: addressedText(name, body) });
  await whenFree(() => settleTaken(db, reminderId, changeAfter(outcome, letter, clock)));
  if (outcome.outcome === 'unreachable') {
    const text = problemSentence(outcome);
    await whenFree(() => setProblem(db, sendingId, { text, at: clock.now() }));
    return false;
  }
  await whenFree(() => clearProblem(db, sendingId));
  return true;
}

function changeAfter(outcome: MailOutcome, { tries }: WaitingLetter, clock: Clock) {
  switch (outcome.outcome) {
    case 'accepted':
      return { state: 'sent' as const, sent_at: clock.now() };
    case 'unreachable':
      return { state: 'pending' as const, tries, next_try_at: null, taken_at: null };
    case 'deferred': {
      if (tries + 1 >= MOST_TRIES) return { state: 'failed' as const, failure: failureSentence(outcome) };
      const pause = minutes(FIRST_PAUSE_IN_MINUTES * 2 ** tries);
      const next = addDuration(clock.now(), pause);
      return { state: 'pending' as const, tries: tries + 1, next_try_at: next, taken_at: null };
    }
    case 'refused':
    case 'uncertain':
      return { state: 'failed' as const, failure: failureSentence(outcome) };
  }
}
