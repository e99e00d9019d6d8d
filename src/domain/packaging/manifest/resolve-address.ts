import type { XmlElement } from '../xml-element.ts';
import { readAddress, type Address } from './read-address.ts';
import type { ReadContext } from './read-context.ts';
import { quoted } from './report.ts';
import { attributeOf } from './xml-access.ts';

/** A base that says its own slash is missing: browsers forget its last part, authoring tools mean a folder. */
export interface Base {
  path: string;
}

export const NO_BASE: Base = { path: '' };

/** The base inside an element, from the one around it. */
export function baseOf(element: XmlElement, around: Base, context: ReadContext): Base {
  const written = (attributeOf(element, 'base') ?? '').trim();
  if (written === '') return around;
  const address = readAddress(around.path, written);
  if (address.kind === 'inside') return { path: address.path };
  refuse(address.kind, written, element, context);
  return around;
}

/** Where a file is in the archive, with what follows its address; `path` is null when there is no such file. */
export interface ResolvedFile {
  path: string | null;
  suffix: string;
  /** As it would be in the archive. */
  wanted: string;
}

/** Finds the file that an address means; null when the address leads out of the package, which the report then says. */
export function resolveFile(
  element: XmlElement,
  base: Base,
  written: string,
  context: ReadContext,
): ResolvedFile | null {
  const address = readAddress(base.path, written);
  if (address.kind !== 'inside') {
    refuse(address.kind, written, element, context);
    return null;
  }
  if (address.hasBackslash)
    say(context, element, written, 'est écrite avec « \\ » : elle est lue avec « / »', 'backslash');
  const found = context.files.find(context.folder, address.path);
  const wanted = context.folder + address.path;
  if (found.kind === 'missing')
    return inBaseFolder(element, base, written, context) ?? { ...address, path: null, wanted };
  if (found.kind === 'decoded')
    say(context, element, written, `désigne ${quoted(found.path)} une fois ses « % » décodés`, 'decoded');
  if (found.kind === 'case')
    say(context, element, written, `n’a pas les mêmes majuscules que le fichier ${quoted(found.path)}`, 'case');
  return { path: found.path, suffix: address.suffix, wanted };
}

/** `xml:base="content"` where `content/` was meant. */
function inBaseFolder(element: XmlElement, base: Base, written: string, context: ReadContext): ResolvedFile | null {
  if (base.path === '' || base.path.endsWith('/')) return null;
  const address = readAddress(`${base.path}/`, written);
  if (address.kind !== 'inside') return null;
  const found = context.files.find(context.folder, address.path);
  if (found.kind === 'missing') return null;
  say(context, element, written, `n’est trouvée que si xml:base ${quoted(base.path)} finit par « / »`, 'base');
  return { path: found.path, suffix: address.suffix, wanted: context.folder + address.path };
}

function say({ report, clause }: ReadContext, element: XmlElement, written: string, what: string, kind: string): void {
  report.add(
    'unusual',
    clause,
    element,
    `L’adresse ${quoted(written)} ${what} : le fichier est trouvé, rien n’est à faire.`,
    kind,
  );
}

function refuse(
  kind: Exclude<Address['kind'], 'inside'>,
  written: string,
  element: XmlElement,
  { report }: ReadContext,
): void {
  report.add('refused', 'IMS CP 1.1.4', element, `L’adresse ${quoted(written)} ${REASONS[kind]}`, `address ${kind}`);
}

const REASONS: Record<Exclude<Address['kind'], 'inside'>, string> = {
  script: 'est un programme et non un fichier : le paquet est refusé, demandez-en un qui ne désigne que ses fichiers.',
  data: 'contient elle-même une page, hors de tout fichier : le paquet est refusé, demandez-en un qui ne désigne que ses fichiers.',
  external:
    'mène hors du paquet, vers un autre site ou un autre disque : un paquet doit tout contenir, demandez-en un qui se suffise.',
  absolute: 'commence par « / » et mène hors du paquet : demandez un paquet aux adresses relatives.',
  outside: 'remonte hors du dossier du paquet (« .. ») : le paquet est refusé, demandez-en un aux adresses correctes.',
  control:
    'contient des caractères invisibles de commande : le paquet est refusé, demandez-en un aux adresses correctes.',
};
