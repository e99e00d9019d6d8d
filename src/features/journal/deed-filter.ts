import { addDays, startOfDay } from '#domain/time/civil-date.ts';
import type { JournalQueryValues } from './forms.ts';
import type { DeedFilter } from './queries.ts';
import { verbsOf } from './verbs.ts';

/**
 * The deeds that an address asks for.
 * @param personIds those whom it asks about; null for everybody
 */
export function deedFilterOf({ famille, du, au }: JournalQueryValues, personIds: readonly string[] | null): DeedFilter {
  return {
    verbs: famille && verbsOf(famille),
    personIds,
    from: du && startOfDay(du),
    before: au && startOfDay(addDays(au, 1)),
  };
}
