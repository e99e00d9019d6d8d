import { addDuration, hours } from '#domain/time/instant.ts';
import { isQuietTime } from '#domain/time/quiet-time.ts';
import type { FigureSource } from '#features/follow-up/load-follow-up-page.ts';
import { listPreviewsBefore } from './changing-queries.ts';
import { runSchedule, type ScheduleSettings } from './run-schedule.ts';
import { sendLetters, type LetterSource } from './send-letters.ts';
import { forgetPreview } from './stop-sending.ts';

export interface ReminderSource extends FigureSource, Omit<LetterSource, 'post'>, ScheduleSettings {
  /** Null without a mail server: nothing is prepared by itself, and nothing leaves. */
  post: LetterSource['post'] | null;
}

/** A preview that nobody released is forgotten after this time: it could not be released any more. */
const PREVIEW_LIFE = hours(48);

/** What the server does about reminders whenever it looks: doing it again changes nothing. */
export async function runReminders(source: ReminderSource): Promise<void> {
  const { db, clock, post, quietDays } = source;
  const now = clock.now();
  const before = addDuration(now, { milliseconds: -PREVIEW_LIFE.milliseconds });
  for (const sendingId of await listPreviewsBefore(db, before)) await forgetPreview(db, sendingId);
  if (post === null) return;
  if (!isQuietTime(now, quietDays)) await runSchedule(source, { by: null, at: now, requestId: null }, source);
  try {
    await sendLetters({ ...source, post });
  } finally {
    post.close();
  }
}
