import { z } from 'zod';
import { SPACINGS, TEXT_SIZES } from '#domain/identity/reading-comfort.ts';
import { localPath } from '#platform/http/local-path.ts';

const CHOICE = { error: 'Choisissez l’une des possibilités proposées.' };

export const ReadingComfortForm = z.object({
  textSize: z.enum(TEXT_SIZES, CHOICE),
  spacing: z.enum(SPACINGS, CHOICE),
  /** A tick box, absent when it is not ticked. */
  shortcuts: z
    .literal('oui', CHOICE)
    .optional()
    .transform((ticked) => ticked !== undefined),
  /** The page to come back to. */
  suite: z
    .string()
    .optional()
    .transform((text) => localPath(text) ?? '/compte?fait=lecture#lecture'),
});
