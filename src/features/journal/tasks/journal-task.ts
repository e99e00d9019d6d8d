import type { Task } from '#platform/tasks/task.ts';
import { countDeeds, listDeeds, listDetailNames, type DeedFilter, type DeedLine } from '../queries.ts';
import { DeedDetail } from '../detail-reader.ts';
import { detailInFrench, verbInFrench } from '../verbs.ts';

export interface JournalRequest {
  filter: DeedFilter;
  isOldestFirst: boolean;
  limit: number;
  offset: number;
}

/** A deed as one reads it. */
export interface ToldDeed extends Omit<DeedLine, 'detail' | 'verb'> {
  what: string;
  detail: string;
}

/** One page of the journal: in a large organisation it has millions of lines, and a filter reads them all. */
export const journalTask: Task<JournalRequest, { deeds: ToldDeed[]; count: number }> = {
  name: 'journal/list',
  lane: 'figures',
  async run({ filter, ...page }, context) {
    const reader = context.keep('journal: reader', () => context.openReader());
    const count = await countDeeds(reader, filter);
    const lines = await listDeeds(reader, filter, page);
    const details = lines.map(({ detail }) => DeedDetail.parse(JSON.parse(detail)));
    const valuesOf = (key: string) => details.flatMap((detail) => detail[key] ?? []).map(String);
    const names = await listDetailNames(reader, { units: valuesOf('unit'), people: valuesOf('proposedBy') });
    const nameOf = (kind: keyof typeof names, key: string) => names[kind].get(key);
    const deeds = lines.map(({ verb, ...line }, index) => ({
      ...line,
      what: verbInFrench(verb),
      detail: detailInFrench(verb, details[index]!, nameOf),
    }));
    return { deeds, count };
  },
};
