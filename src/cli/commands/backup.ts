import { existsSync } from 'node:fs';
import { z } from 'zod';
import { storeFolder } from '#features/packages/package-store.ts';
import { backUpDatabase } from '#platform/db/back-up-database.ts';
import { command } from '../command.ts';
import { openInstallation } from '../open-installation.ts';
import { Refusal } from '../refusal.ts';

export const backup = command({
  name: 'backup',
  usage: '<fichier>',
  summary: 'Sauvegarde la base de données, même pendant que le serveur tourne, et vérifie la copie.',
  options: {},
  schema: z.object({
    names: z.tuple([z.string().min(1)], { error: 'indiquez le fichier de la sauvegarde, et un seul' }),
  }),
  async run({ names: [file] }, { config, say }) {
    const db = await openInstallation(config);
    await db.destroy();
    const result = await backUpDatabase(config.databaseFile, file);
    switch (result.outcome) {
      case 'done':
        say(`Sauvegarde vérifiée : ${result.file} (${Math.ceil(result.bytes / 1024)} Kio).`);
        if (existsSync(storeFolder(config.dataFolder)))
          say(`Les fichiers des paquets sont à part : copiez aussi le dossier ${storeFolder(config.dataFolder)}.`);
        return;
      case 'already-exists':
        throw new Refusal(
          `Le fichier ${result.file} existe déjà : choisissez un autre nom, une sauvegarde n’en écrase pas une autre.`,
        );
      case 'cannot-write':
        throw new Refusal(`Le fichier ${result.file} ne peut pas être écrit : vérifiez le dossier et ses droits.`);
      case 'damaged':
        throw new Refusal(
          'La copie n’a pas passé la vérification : rien n’a été gardé. Vérifiez le disque, puis recommencez.',
        );
    }
  },
});
