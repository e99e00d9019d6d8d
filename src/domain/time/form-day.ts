import { z } from 'zod';
import { parseCivilDate, type CivilDate } from './civil-date.ts';

const FIRST = '2000-01-01';
const AFTER_LAST = '2100-01-01';
const HINT = 'Indiquez une date, par exemple 2026-11-23.';

/** A day as a form sends it, of a year that a person may mean. */
export const FormDay = z.string(HINT).transform((text, context): CivilDate => {
  const day = parseCivilDate(text);
  if (day !== null && day >= FIRST && day < AFTER_LAST) return day;
  context.addIssue({ code: 'custom', message: HINT });
  return z.NEVER;
});

/** A day that may be left out. */
export const OptionalFormDay = z
  .literal('')
  .transform(() => null)
  .or(FormDay)
  .default(null);
