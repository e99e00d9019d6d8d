import type { ExportFailure, ExportState } from '#db/schema.ts';

export const STATE_WORDS: Record<ExportState, string> = {
  waiting: 'en attente',
  running: 'en cours',
  done: 'prêt',
  failed: 'non préparé',
};

/** Why there is no file, and what to do. */
export const FAILURE_WORDS: Record<ExportFailure, string> = {
  'out-of-scope': 'Cette unité ou ce parcours ne vous était plus ouvert quand le fichier devait être écrit.',
  broken:
    'Une erreur a arrêté l’écriture. Demandez de nouveau ce fichier ; si cela continue, signalez-le à l’administrateur.',
};

const french = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** « 32,5 Mo »: as a browser says it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0octets`;
  return bytes < 1e6 ? `${french.format(bytes / 1e3)}\u00a0ko` : `${french.format(bytes / 1e6)}\u00a0Mo`;
}
