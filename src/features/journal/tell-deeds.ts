import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { DeedDetail } from './detail-reader.ts';
import { listDetailNames, type DeedLine } from './queries.ts';
import { detailInFrench, verbInFrench } from './verbs.ts';

/** A deed as one reads it. */
export interface ToldDeed extends Omit<DeedLine, 'detail' | 'verb'> {
  what: string;
  detail: string;
}

/** Puts deeds into words, with the names of what their details name. */
export async function tellDeeds(db: Kysely<Database>, lines: readonly DeedLine[]): Promise<ToldDeed[]> {
  const details = lines.map(({ detail }) => DeedDetail.parse(JSON.parse(detail)));
  const valuesOf = (key: string) => details.flatMap((detail) => detail[key] ?? []).map(String);
  const names = await listDetailNames(db, { units: valuesOf('unit'), people: valuesOf('proposedBy') });
  const nameOf = (kind: keyof typeof names, key: string) => names[kind].get(key);
  return lines.map(({ verb, ...line }, index) => ({
    ...line,
    what: verbInFrench(verb),
    detail: detailInFrench(verb, details[index]!, nameOf),
  }));
}
