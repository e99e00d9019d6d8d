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

export const SignOutForm = z.object({});
