import { z } from 'zod';
import { localPath } from '#platform/http/local-path.ts';

export const SignInForm = z.object({
  username: z.string().trim().min(1, 'Indiquez votre identifiant.').max(200, 'Cet identifiant est trop long.'),
  password: z.string().min(1, 'Indiquez votre mot de passe.').max(1000, 'Ce mot de passe est trop long.'),
  suite: z
    .string()
    .optional()
    .transform((text) => localPath(text) ?? '/'),
});

const MAX_PASSWORD_CHARACTERS = 1000;

export const ChangePasswordForm = z
  .object({
    current: z.string().min(1, 'Indiquez votre mot de passe actuel.').max(MAX_PASSWORD_CHARACTERS),
    next: z
      .string()
      .min(1, 'Indiquez un nouveau mot de passe.')
      .max(MAX_PASSWORD_CHARACTERS, 'Ce mot de passe est trop long.'),
    repeated: z.string().max(MAX_PASSWORD_CHARACTERS),
  })
  .refine(({ next, repeated }) => next === repeated, {
    path: ['repeated'],
    error: 'Les deux saisies du nouveau mot de passe diffèrent.',
  });

export const EndSessionForm = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/, 'Cette session n’existe pas.') });

export const EndAllSessionsForm = z.object({});

export const SignOutForm = z.object({});
