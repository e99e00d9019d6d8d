import { typeset } from '#domain/authoring/typography.ts';
import { z } from 'zod';

const KEYS = { error: 'des clés et leurs valeurs' };
const Sentence = z.string({ error: 'un texte' }).trim().min(1, 'un texte').transform(typeset);

const Contact = z
  .strictObject(
    {
      service: Sentence.optional(),
      courriel: z.email({ error: 'une adresse de courriel' }).optional(),
      telephone: z
        .string({ error: 'un numéro entre guillemets' })
        .regex(/^\+?[0-9][0-9 ]*$/, 'un numéro')
        .optional(),
      adresse: Sentence.optional(),
    },
    KEYS,
  )
  .refine(
    ({ courriel, telephone, adresse }) => [courriel, telephone, adresse].some((way) => way !== undefined),
    'un courriel, un telephone ou une adresse',
  );

/** `accessibilite.yaml` of the installation: who declares, and to whom a difficulty is told. */
export const InstallationFile = z.strictObject(
  { etablissement: Sentence.optional(), contact: Contact.optional() },
  KEYS,
);

export type AccessibilityContact = z.output<typeof Contact>;
