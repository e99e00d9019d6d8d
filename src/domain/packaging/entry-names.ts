import { entryPath, type NameFault, type NameLimits } from './entry-path.ts';
import { NOWHERE, type Finding } from './finding.ts';

/** What becomes of the entries of an archive. */
export interface EntryNames {
  /** By place in the archive: the path a file is kept under; null for a folder and for what is left aside. */
  paths: (string | null)[];
  /** Files that systems add by themselves, left aside. */
  leftovers: string[];
  /** Names that refuse the archive. */
  findings: Finding[];
}

const LEFTOVER = /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;
const SHOWN_FINDINGS = 20;

/**
 * Gives every entry of an archive its path, and says which names refuse it: outside the package, twice the same, a file where
 * another has a folder. Systems do not agree on case: two names that differ by it alone would be one file on some of them.
 */
export function planEntryNames(names: readonly string[], limits: NameLimits): EntryNames {
  const plan: EntryNames = { paths: [], leftovers: [], findings: [] };
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const name of names) {
    const read = entryPath(name, limits);
    plan.paths.push(null);
    if (read.kind === 'refused') {
      plan.findings.push(finding(name, FAULTS[read.fault](limits)));
      continue;
    }
    if (read.path === '') continue;
    if (LEFTOVER.test(read.path)) {
      plan.leftovers.push(read.path);
      continue;
    }
    noteFolders(read.path, read.isFolder, folders);
    if (read.isFolder) continue;
    const key = caseless(read.path);
    const known = files.get(key);
    if (known === undefined) {
      files.set(key, read.path);
      plan.paths[plan.paths.length - 1] = read.path;
    } else plan.findings.push(finding(read.path, known === read.path ? TWICE : differsByCase(known)));
  }
  for (const [key, path] of files) if (folders.has(key)) plan.findings.push(finding(path, FILE_AND_FOLDER));
  return { ...plan, findings: shortened(plan.findings) };
}

const caseless = (path: string): string => path.toLowerCase().toUpperCase().normalize('NFC');

function noteFolders(path: string, isFolder: boolean, folders: Map<string, string>): void {
  const parts = path.split('/');
  const last = isFolder ? parts.length : parts.length - 1;
  for (let count = last; count > 0; count -= 1) {
    const folder = parts.slice(0, count).join('/');
    const key = caseless(folder);
    // Whoever is known has all its parents known.
    if (folders.has(key)) return;
    folders.set(key, folder);
  }
}

const FAULTS: Record<NameFault, (limits: NameLimits) => string> = {
  empty: () => 'Un fichier de l’archive n’a pas de nom : demandez une archive refaite.',
  outside: () => 'Ce nom désigne un endroit hors du paquet : l’archive est refusée, rien n’en est gardé.',
  absolute: () => 'Ce nom est une adresse complète, hors du paquet : l’archive est refusée, rien n’en est gardé.',
  control: () => 'Ce nom contient des caractères invisibles de commande : l’archive est refusée, rien n’en est gardé.',
  long: ({ nameBytes }) => `Ce nom dépasse ${nameBytes} octets : demandez une archive aux noms plus courts.`,
  deep: ({ depth }) =>
    `Ce fichier est rangé à plus de ${depth} dossiers de profondeur : demandez une archive plus simple.`,
};

const TWICE = 'Deux fichiers de l’archive ont ce même nom : on ne sait lequel prendre. Demandez une archive refaite.';
const FILE_AND_FOLDER = 'Ce nom est à la fois celui d’un fichier et celui d’un dossier : demandez une archive refaite.';
const differsByCase = (other: string) =>
  `Ce nom ne diffère de « ${shown(other)} » que par des majuscules : on ne sait lequel prendre. Demandez une archive refaite.`;

function finding(name: string, message: string): Finding {
  return { severity: 'refused', message, place: { ...NOWHERE, file: shown(name) } };
}

const MAX_SHOWN = 120;

/** A name as it can be shown: what does not show is replaced, what is long is cut. */
function shown(name: string): string {
  const visible = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
  return visible.length <= MAX_SHOWN ? visible : `${visible.slice(0, MAX_SHOWN)}…`;
}

function shortened(findings: Finding[]): Finding[] {
  const others = findings.length - SHOWN_FINDINGS;
  if (others <= 0) return findings;
  const message = `Et ${others} ${others === 1 ? 'autre nom' : 'autres noms'} que l’archive ne devrait pas avoir.`;
  return [...findings.slice(0, SHOWN_FINDINGS), { severity: 'refused', message, place: NOWHERE }];
}
