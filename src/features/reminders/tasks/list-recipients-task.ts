import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Task } from '#platform/tasks/task.ts';
import type { RecipientSort } from '../forms.ts';
import type { Recipient } from '../recipient.ts';
import { countRecipients, listRecipients, type RecipientFilter } from '../recipient-queries.ts';

export interface RecipientsRequest {
  filter: RecipientFilter;
  day: CivilDate;
  sort: RecipientSort;
  /** From 1. */
  page: number;
  perPage: number;
}

export interface RecipientsAnswer {
  recipients: Recipient[];
  count: number;
  /** The page shown: the first one when the page asked for is beyond the last. */
  page: number;
}

/** One page of the people of a sending, which may be everybody. */
export const listRecipientsTask: Task<RecipientsRequest, RecipientsAnswer> = {
  name: 'reminders/list-recipients',
  lane: 'figures',
  async run({ filter, day, sort, page, perPage }, context) {
    const reader = context.keep('reminders: reader', () => context.openReader());
    const count = await countRecipients(reader, filter);
    const shown = (page - 1) * perPage < count ? page : 1;
    const place = { day, sort, limit: perPage, offset: (shown - 1) * perPage };
    return { recipients: await listRecipients(reader, filter, place), count, page: shown };
  },
};
