import { z } from 'zod';
import { resetPassword } from '#features/sign-in/reset-password.ts';
import { command, required } from '../command.ts';
import { Refusal } from '../refusal.ts';

export const passwordReset = command({
  name: 'password reset',
  usage: '--identifiant <identifiant>',
  summary:
    'Affiche un mot de passe provisoire, à changer à la prochaine connexion ; les sessions ouvertes sont fermées.',
  options: { identifiant: { type: 'string' } },
  schema: z.object({ identifiant: required('l’identifiant du compte') }),
  async run({ identifiant }, { act, say, openDatabase }) {
    const result = await resetPassword(await openDatabase(), act, { username: identifiant });
    switch (result.outcome) {
      case 'reset':
        return say(`Mot de passe provisoire de « ${identifiant} » : ${result.password}`);
      case 'no-such-account':
        throw new Refusal(`Aucun compte n’a l’identifiant « ${identifiant} ».`);
    }
  },
});
