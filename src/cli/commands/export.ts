import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { deliverModule } from '#features/delivery/deliver-module.ts';
import { DELIVERY_FORMATS, type DeliveryFormat } from '#features/delivery/delivery-formats.ts';
import { deliveryNeeds } from '#features/delivery/delivery-needs.ts';
import { buildDelivery } from '../build-scripts.ts';
import { command } from '../command.ts';
import { DELIVERY_FOLDER, DIST_FOLDER } from '../paths.ts';
import { Refusal } from '../refusal.ts';

const formats = Object.keys(DELIVERY_FORMATS) as [DeliveryFormat, ...DeliveryFormat[]];

export const exportModule = command({
  name: 'export',
  usage: '<code du module> --as scorm12|scorm2004|cmi5|html|pdf [--out <fichier>]',
  summary:
    'Écrit la version en ligne d’un module pour un autre système, ou pour un poste sans réseau. Les réponses de l’évaluation y sont, hachées.',
  options: { as: { type: 'string' }, out: { type: 'string' } },
  schema: z.object({
    names: z.array(z.string()).length(1, 'indiquez le code d’un module, et d’un seul'),
    as: z.enum(formats, { error: `--as attend l’un de ces mots : ${formats.join(', ')}` }),
    out: z.string().min(1).optional(),
  }),
  async run({ names, as, out }, { config, say, openDatabase }) {
    const built = join(DIST_FOLDER, DELIVERY_FOLDER);
    if (!existsSync(built)) buildDelivery(built);
    const delivered = await deliverModule(deliveryNeeds(await openDatabase(), config), { code: names[0]!, as });
    if (!delivered)
      throw new Refusal(
        `Aucun module à nous n’est publié sous le code « ${names[0]} » : voyez la liste dans /atelier.`,
      );
    const file = resolve(out ?? delivered.fileName);
    writeFileSync(file, delivered.bytes);
    say(`${DELIVERY_FORMATS[as].label} : ${file}`);
  },
});
