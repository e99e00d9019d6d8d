import { z } from 'zod';
import { frenchDateTime } from '#domain/time/french-dates.ts';
import { countDeliveries, listDeliveries, listUses } from '#features/packages/queries.ts';
import { STANDARD_WORDS, weightWords } from '#features/packages/words.ts';
import { command } from '../command.ts';

export const packageList = command({
  name: 'package list',
  usage: '',
  summary: 'Liste les paquets apportés, du plus récent au plus ancien, et où chacun est publié.',
  options: {},
  schema: z.object({ names: z.array(z.string()).length(0, 'cette commande ne prend rien d’autre') }),
  async run(_, { say, openDatabase }) {
    const db = await openDatabase();
    const deliveries = await listDeliveries(db, await countDeliveries(db), 0);
    if (deliveries.length === 0) return say('Aucun paquet : npm run reperes -- package import <paquet.zip>');
    const uses = await listUses(
      db,
      deliveries.map(({ id }) => id),
    );
    for (const { id, title, standard, fileName, totalBytes, importedAt } of deliveries) {
      const published = uses
        .filter(({ deliveryId }) => deliveryId === id)
        .map(({ code, edition, revision }) => `${code} (édition ${edition}, révision ${revision})`);
      say(
        `${title}\n  ${STANDARD_WORDS[standard]}, ${fileName}, ${weightWords(totalBytes)}, apporté le ${frenchDateTime(importedAt)}`,
      );
      say(`  ${published.length === 0 ? 'pas encore publié' : `publié : ${published.join(', ')}`}, ${id}`);
    }
  },
});
