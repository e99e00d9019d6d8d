import { NOWHERE, type Finding } from '#domain/packaging/finding.ts';

const MANIFEST = /(^|\/)imsmanifest\.xml$/i;

export type FoundManifest =
  | { kind: 'found'; path: string; folder: string; findings: Finding[] }
  /** What the archive is instead, as far as its files tell. */
  | { kind: 'none'; finding: Finding };

/** Where the manifest of a package is: at the root, or in the only folder that has one least deep. */
export function findManifest(paths: readonly string[]): FoundManifest {
  const candidates = paths.filter((path) => MANIFEST.test(path));
  if (candidates.length === 0) return { kind: 'none', finding: refused(whatItIs(paths)) };
  const least = Math.min(...candidates.map(depthOf));
  const [path, ...others] = candidates.filter((candidate) => depthOf(candidate) === least);
  if (path === undefined || others.length > 0) return { kind: 'none', finding: refused(SEVERAL) };
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return { kind: 'found', path, folder, findings: folder === '' ? [] : [inFolder(path, folder)] };
}

const depthOf = (path: string): number => path.split('/').length;

function refused(message: string): Finding {
  return { severity: 'refused', message, place: NOWHERE };
}

function inFolder(path: string, folder: string): Finding {
  const message = `Le manifeste est dans le dossier « ${folder.slice(0, -1)} » au lieu de la racine de l’archive : il y est lu, rien n’est à faire.`;
  return { severity: 'unusual', message, place: { ...NOWHERE, file: path, clause: 'IMS CP 1.1.4 § 3.2' } };
}

const SEVERAL =
  'L’archive contient plusieurs paquets, chacun dans son dossier : envoyez-les un par un, chacun dans son archive.';

const OTHER_KINDS: readonly [RegExp, string][] = [
  [
    /(^|\/)cmi5\.xml$/i,
    'C’est un paquet cmi5 : Repères lit les paquets SCORM 1.2 et 2004. Demandez un export SCORM à qui l’a fait.',
  ],
  [
    /(^|\/)tincan\.xml$/i,
    'C’est un paquet xAPI (Tin Can) : Repères lit les paquets SCORM 1.2 et 2004. Demandez un export SCORM à qui l’a fait.',
  ],
  [
    /\.(crs|au|cst)$/i,
    'C’est un paquet AICC : Repères lit les paquets SCORM 1.2 et 2004. Demandez un export SCORM à qui l’a fait.',
  ],
  [
    /\.zip$/i,
    'L’archive ne contient pas de manifeste, mais une autre archive : décompressez-la, et envoyez celle qu’elle contient.',
  ],
];

function whatItIs(paths: readonly string[]): string {
  const known = OTHER_KINDS.find(([pattern]) => paths.some((path) => pattern.test(path)));
  return (
    known?.[1] ??
    'Ce n’est pas un paquet SCORM : l’archive n’a pas de fichier imsmanifest.xml. Demandez un export SCORM 1.2 ou 2004.'
  );
}
