import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { verifyList, type VerifyListResult } from '#platform/lists/verify-list.ts';
import { verifyPdf, type VerifyPdfResult } from '#platform/pdf/verify-pdf.ts';
import { command } from '../command.ts';
import { Refusal } from '../refusal.ts';

export const reportVerify = command({
  name: 'report verify',
  usage: '<fichier>',
  summary:
    'Recalcule l’empreinte d’un fichier exporté (CSV, Excel, OpenDocument, JSON ou PDF) et dit si le fichier a changé.',
  options: {},
  schema: z.object({ names: z.tuple([z.string().min(1)], { error: 'indiquez le fichier, et un seul' }) }),
  async run({ names: [file] }, { say }) {
    const bytes = readFile(file);
    say(/\.pdf$/i.test(file) ? pdfWords(await verifyPdf(bytes), file) : listWords(await verifyList(bytes, file), file));
  },
});

/** What is said of a list that is intact; throws a Refusal for any other. */
function listWords(result: VerifyListResult, file: string): string {
  switch (result.outcome) {
    case 'intact':
      return `Fichier intact, ${result.lineCount} lignes.\n${headingWords(result.heading)}\n${result.fingerprint}`;
    case 'unknown-format':
      throw new Refusal(
        'Seuls les fichiers exportés en CSV, Excel (.xlsx), OpenDocument (.ods), JSON ou PDF se vérifient.',
      );
    case 'altered':
    case 'no-fingerprint':
    case 'unreadable':
      throw refusalOf(result, file);
  }
}

/** What is said of a document that is intact; throws a Refusal for any other. */
function pdfWords(result: VerifyPdfResult, file: string): string {
  switch (result.outcome) {
    case 'intact':
      return `Fichier intact : ${result.title}.\n${result.fingerprints.join('\n')}`;
    case 'unsigned-text':
      throw new Refusal(
        `Le fichier a changé depuis qu’il a été établi : aucune empreinte ne couvre « ${result.text.slice(0, 80)} ».`,
      );
    case 'altered':
    case 'no-fingerprint':
    case 'unreadable':
      throw refusalOf(result, file);
  }
}

function refusalOf(
  result: Extract<VerifyListResult, { outcome: 'altered' | 'no-fingerprint' | 'unreadable' }>,
  file: string,
): Refusal {
  switch (result.outcome) {
    case 'altered':
      return new Refusal(
        `Le fichier a changé depuis qu’il a été établi : il annonce ${result.stated}, son contenu donne ${result.found}.`,
      );
    case 'no-fingerprint':
      return new Refusal('Ce fichier ne porte pas d’empreinte : ce n’est pas un fichier exporté, ou elle a été ôtée.');
    case 'unreadable':
      return new Refusal(`Le fichier ${file} ne peut pas être lu : il est abîmé, ou ce n’est pas un fichier exporté.`);
  }
}

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
