import { z } from 'zod';
import { generateOrganisation } from '#db/seeds/generate-organisation.ts';
import { command } from '../command.ts';
import { Refusal } from '../refusal.ts';

const count = (what: string, most: number) =>
  z.coerce
    .number({ error: `un nombre de ${what}` })
    .int()
    .min(1, `un nombre de ${what}`)
    .max(most, `${most} au plus`);

export const demoGenerate = command({
  name: 'demo generate',
  usage: '--people <nombre> --units <nombre> [--seed <nombre>]',
  summary: 'Ajoute à la démonstration une grande organisation fictive, toujours la même pour une même graine.',
  options: { people: { type: 'string' }, units: { type: 'string' }, seed: { type: 'string' } },
  schema: z.object({
    people: count('personnes', 1_000_000),
    units: count('unités', 50_000),
    seed: z.coerce.number({ error: 'un nombre entier' }).int().default(1),
  }),
  async run(size, { config, act, say, openDatabase }) {
    if (config.mode !== 'demo')
      throw new Refusal('Des personnes fictives ne s’ajoutent qu’à une démonstration (REPERES_MODE=demo).');
    const db = await openDatabase();
    const isThere = await db.selectFrom('unit').where('code', '=', 'G-00001').select('id').executeTakeFirst();
    if (isThere)
      throw new Refusal(
        'Cette démonstration a déjà une organisation fictive : choisissez un autre dossier (REPERES_DATA).',
      );
    await generateOrganisation(db, act, size, say);
    say(`Organisation fictive ajoutée : ${size.people} personnes, ${size.units} unités.`);
  },
});
