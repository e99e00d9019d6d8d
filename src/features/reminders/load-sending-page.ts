import type { Actor } from '#domain/identity/roles.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { FigureSource } from '#features/follow-up/load-follow-up-page.ts';
import { pageLinks, type PageLinks } from '#platform/http/page-links.ts';
import type { RecipientsQueryValues } from './forms.ts';
import { addressedText } from './letters.ts';
import { countReminders, findExampleLetter, findSending } from './sending-queries.ts';
import type { ReminderCounts, Sending } from './sending.ts';
import { listRecipientsTask, type RecipientsAnswer } from './tasks/list-recipients-task.ts';

export const RECIPIENTS_PER_PAGE = 50;

export interface SendingPage extends RecipientsAnswer {
  sending: Sending;
  counts: ReminderCounts;
  query: RecipientsQueryValues;
  links: PageLinks;
  /** A preview of another day cannot leave any more. */
  isOutdated: boolean;
  /** The very text, as the first of those it is for gets it. */
  letter: { name: string; text: string };
}

/** A sending: before it leaves, exactly who would get what; afterwards, how far it has come. Null when it is not there, or not the actor's. */
export async function loadSendingPage(
  { db, tasks }: FigureSource,
  actor: Actor,
  { sendingId, query, now, url }: { sendingId: string; query: RecipientsQueryValues; now: Instant; url: URL },
): Promise<SendingPage | null> {
  const sending = await findSending(db, actor, sendingId);
  if (!sending) return null;
  const answer = await tasks.run(listRecipientsTask, {
    filter: { sendingId, state: query.etat, search: query.recherche },
    day: civilDateOf(now),
    sort: query.tri,
    page: query.page,
    perPage: RECIPIENTS_PER_PAGE,
  });
  const example = (await findExampleLetter(db, sendingId)) ?? { name: 'Prénom Nom', body: sending.body };
  return {
    ...answer,
    letter: { name: example.name, text: addressedText(example.name, example.body) },
    sending,
    counts: await countReminders(db, sendingId),
    query,
    links: pageLinks(url, answer.page, RECIPIENTS_PER_PAGE, answer.count),
    isOutdated: sending.releasedAt === null && civilDateOf(sending.preparedAt) !== civilDateOf(now),
  };
}
