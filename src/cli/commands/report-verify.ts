import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { verifyList } from '#platform/lists/verify-list.ts';
import { command } from '../command.ts';
import { Refusal } from '../refusal.ts';

export const reportVerify = command({
  name: 'report verify',
  usage: '<fichier>',
  summary:
    'Recalcule l’empreinte d’une liste exportée (CSV, Excel, OpenDocument ou JSON) et dit si le fichier a changé.',
  options: {},
  schema: z.object({ names: z.tuple([z.string().min(1)], { error: 'indiquez le fichier, et un seul' }) }),
  async run({ names: [file] }, { say }) {
    const result = await verifyList(readFile(file), file);
    switch (result.outcome) {
      case 'intact':
        return say(
          `Fichier intact, ${result.lineCount} lignes.\n${headingWords(result.heading)}\n${result.fingerprint}`,
        );
      case 'altered':
        throw new Refusal(
          `Le fichier a changé depuis qu’il a été établi : il annonce ${result.stated}, ses lignes donnent ${result.found}.`,
        );
      case 'no-fingerprint':
        throw new Refusal('Ce fichier ne porte pas d’empreinte : exportez la même liste en CSV pour la vérifier.');
      case 'unreadable':
        throw new Refusal(`Le fichier ${file} ne peut pas être lu : il est abîmé, ou ce n’est pas une liste exportée.`);
      case 'unknown-format':
        throw new Refusal(
          'Seules les listes exportées en CSV, Excel (.xlsx), OpenDocument (.ods) ou JSON se vérifient.',
        );
    }
  },
});

/** What the file is, as it says itself. */
function headingWords(heading: Record<string, string>): string {
  return Object.entries(heading)
    .map(([label, value]) => `${label} : ${value}`)
    .join('\n');
}

function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Refusal(`Le fichier ${file} ne peut pas être ouvert : vérifiez son nom.`);
  }
}
