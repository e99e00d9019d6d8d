import { z } from 'zod';
import { createUnit } from '#features/people/create-unit.ts';
import { command, required } from '../command.ts';
import { Refusal } from '../refusal.ts';

export const unitAdd = command({
  name: 'unit add',
  usage: '--code <code> --nom "<nom>" [--sous <code de l’unité supérieure>]',
  summary: 'Ajoute une unité.',
  options: { code: { type: 'string' }, nom: { type: 'string' }, sous: { type: 'string' } },
  schema: z.object({
    code: required('le code de l’unité').regex(/^[A-Za-z0-9-]{1,40}$/, 'lettres, chiffres et tirets, 40 au plus'),
    nom: required('le nom de l’unité').max(200, '200 caractères au plus'),
    sous: z.string().optional(),
  }),
  async run({ code, nom, sous }, { act, say, openDatabase }) {
    const result = await createUnit(await openDatabase(), act, { code, name: nom, parentCode: sous ?? null });
    switch (result.outcome) {
      case 'created':
        return say(`Unité ${code} ajoutée.`);
      case 'code-taken':
        throw new Refusal(`Une unité a déjà le code ${code} : choisissez-en un autre.`);
      case 'no-such-parent':
        throw new Refusal(`Aucune unité n’a le code ${sous} : ajoutez-la d’abord.`);
    }
  },
});
