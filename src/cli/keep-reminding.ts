import { setTimeout as pause } from 'node:timers/promises';
import { runReminders } from '#features/reminders/run-reminders.ts';
import { smtpPost } from '#platform/mail/smtp-post.ts';
import type { Runtime } from '#platform/runtime.ts';

const MINUTE_IN_MS = 60_000;
/** A letter in hand is waited for so long when the server stops. */
const LAST_LETTER_IN_MS = 8_000;

/**
 * Has the server look every minute at what is due and at what waits to leave; never twice at a time. Nothing is lost when it
 * stops: what is left waits in the database. Returns what stops it.
 */
export function keepReminding({ config, db, tasks, clock, log }: Runtime): () => Promise<void> {
  let running: Promise<void> | null = null;
  let isStopped = false;
  const post = config.mail && smtpPost(config.mail, () => clock.now());
  const { quietDays, origin } = config;
  const source = { db, tasks, clock, quietDays, origin, post, isStopping: () => isStopped };
  const look = () => {
    running ??= runReminders(source)
      .catch((error: unknown) => log.error('reminders-failed', error))
      .finally(() => (running = null));
  };
  const timer = setInterval(look, MINUTE_IN_MS);
  timer.unref();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    if (running) await Promise.race([running, pause(LAST_LETTER_IN_MS, undefined, { ref: false })]);
  };
}
