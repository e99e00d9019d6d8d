import { z } from 'zod';
import { parseCivilDate } from '#domain/time/civil-date.ts';
import { DEED_FAMILIES, type DeedFamily } from './deed-families.ts';

const families = Object.keys(DEED_FAMILIES) as [DeedFamily, ...DeedFamily[]];
const Day = z
  .string()
  .transform((text) => parseCivilDate(text.trim()))
  .nullable()
  .catch(null)
  .default(null);

/** The parameters of /administration/journal; what is not known is as if it were not there. */
export const JournalQuery = z.object({
  famille: z.enum(families).nullable().catch(null).default(null),
  /** A name, an HR number or a username: whoever did it, or whom it is about. */
  personne: z.string().trim().max(100).catch('').default(''),
  /** The first and the last day. */
  du: Day,
  au: Day,
  tri: z.enum(['-quand', 'quand']).catch('-quand').default('-quand'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});

export type JournalQueryValues = z.output<typeof JournalQuery>;
