import { z } from 'zod';

const MAX_PAGE = 100_000;

/** What the address of a list of people may carry; anything else counts as not given. */
export const PeopleQuery = z.object({
  recherche: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(MAX_PAGE).catch(1),
});
