import { setImmediate as otherWork } from 'node:timers/promises';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { frenchDateTime } from '#domain/time/french-dates.ts';
import { BYTE_ORDER_MARK, csvText } from '#platform/csv-text.ts';
import type { Task } from '#platform/tasks/task.ts';
import type { Recipient } from '../recipient.ts';
import { listRecipientsAfter } from '../recipient-queries.ts';
import { STATE_WORDS } from '../sending-words.ts';

const COLUMNS = ['Nom', 'Prénom', 'Matricule', 'Unité', 'Adresse', 'État', 'Envoyé le', 'Raison'];
const ROWS_PER_STEP = 500;

/** The people of a sending as a CSV that French spreadsheets open right, in small steps. */
export const recipientsFileTask: Task<{ sendingId: string; day: CivilDate; isReleased: boolean }, void> = {
  name: 'reminders/recipients-file',
  lane: 'figures',
  async run({ sendingId, day, isReleased }, context) {
    const reader = context.keep('reminders: reader', () => context.openReader());
    const encoder = new TextEncoder();
    await context.emit(encoder.encode(BYTE_ORDER_MARK + csvText([COLUMNS])));
    for (let after = ''; ;) {
      const recipients = await listRecipientsAfter(reader, sendingId, { day, after, limit: ROWS_PER_STEP });
      if (recipients.length === 0) return;
      await context.emit(encoder.encode(csvText(recipients.map((recipient) => cellsOf(recipient, isReleased)))));
      after = recipients.at(-1)!.reminderId;
      // Between two steps, the pages that wait come first.
      await otherWork();
    }
  },
};

function cellsOf(recipient: Recipient, isReleased: boolean): string[] {
  return [
    recipient.familyName,
    recipient.givenName,
    recipient.hrNumber ?? '',
    recipient.units,
    recipient.address ?? '',
    STATE_WORDS[isReleased ? 'released' : 'preview'][recipient.state],
    recipient.sentAt === null ? '' : frenchDateTime(recipient.sentAt).replace(/[\u00a0\u202f]/g, ' '),
    recipient.failure ?? '',
  ];
}
