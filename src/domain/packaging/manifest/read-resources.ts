import type { Resource } from '../manifest.ts';
import type { XmlElement } from '../xml-element.ts';
import type { ReadContext } from './read-context.ts';
import { quoted } from './report.ts';
import { baseOf, resolveFile, type Base } from './resolve-address.ts';
import { attributeOf, childOf, childrenOf, collapsed, identifierOf } from './xml-access.ts';

/** A resource with the element that describes it, for the checks that come after. */
export interface ReadResource {
  resource: Resource;
  element: XmlElement;
}

/** The resources of a manifest by their identifiers; of two with the same, the first. */
export function readResources(root: XmlElement, rootBase: Base, context: ReadContext): Map<string, ReadResource> {
  const read = new Map<string, ReadResource>();
  const container = childOf(root, 'resources');
  if (!container) return read;
  const base = baseOf(container, rootBase, context);
  const { report, clause } = context;
  for (const element of childrenOf(container, 'resource')) {
    const identifier = identifierOf(element, 'identifier');
    if (identifier === null) {
      const message = 'Cette ressource n’a pas d’identifiant : rien ne peut la désigner. Faites-en ajouter un.';
      report.add('wrong', clause, element, message);
    } else if (read.has(identifier)) {
      const message = `Deux ressources ont l’identifiant ${quoted(identifier)} : seule la première compte. Faites-les distinguer.`;
      report.add('wrong', 'IMS CP 1.1.4', element, message, 'duplicate resource');
    } else read.set(identifier, { resource: readResource(element, identifier, base, context), element });
  }
  checkDependencies(read, context);
  return read;
}

function readResource(element: XmlElement, identifier: string, around: Base, context: ReadContext): Resource {
  const base = baseOf(element, around, context);
  const href = (attributeOf(element, 'href') ?? '').trim();
  const launched = href === '' ? null : resolveFile(element, base, href, context);
  const files = readFiles(element, base, context);
  if (launched?.path === null) {
    const message = `Le fichier ${quoted(launched.wanted)} que la ressource ${quoted(identifier)} ouvre n’est pas dans l’archive : faites-le ajouter.`;
    context.report.add('wrong', 'IMS CP 1.1.4', element, message, 'missing launch');
  }
  return {
    identifier,
    kind: kindOf(element, identifier, href !== '', context),
    path: launched?.path ?? null,
    suffix: launched?.suffix ?? '',
    files: typeof launched?.path === 'string' ? [...new Set([launched.path, ...files])] : files,
    dependencies: childrenOf(element, 'dependency').flatMap(
      (dependency) => identifierOf(dependency, 'identifierref') ?? [],
    ),
  };
}

function kindOf(element: XmlElement, identifier: string, isLaunched: boolean, context: ReadContext): Resource['kind'] {
  const written = attributeOf(element, 'scormType');
  const name = context.isOld ? 'adlcp:scormtype' : 'adlcp:scormType';
  if (written === null) {
    if (isLaunched) {
      const message = `La ressource ${quoted(identifier)} ne dit pas si elle suit l’apprenant (« ${name} ») : elle est prise pour une simple page. Faites-le ajouter si elle doit être suivie.`;
      context.report.add('wrong', context.clause, element, message, 'no scormType');
    }
    return 'asset';
  }
  const kind = collapsed(written).toLowerCase();
  if (kind === 'sco' || kind === 'asset') return kind;
  const message = `« ${name} » vaut ${quoted(written)}, alors qu’il attend « sco » ou « asset » : la ressource est prise pour une simple page, faites-le corriger.`;
  context.report.add('wrong', context.clause, element, message, 'scormType');
  return 'asset';
}

function readFiles(element: XmlElement, base: Base, context: ReadContext): string[] {
  return childrenOf(element, 'file').flatMap((file) => {
    const href = (attributeOf(file, 'href') ?? '').trim();
    if (href === '') {
      context.report.add(
        'wrong',
        'IMS CP 1.1.4',
        file,
        'Ce fichier n’a pas d’adresse (« href ») : il est laissé de côté.',
      );
      return [];
    }
    const found = resolveFile(file, base, href, context);
    if (found?.path === null) {
      const message = `Le fichier ${quoted(found.wanted)} est annoncé et n’est pas dans l’archive : faites-le ajouter s’il sert.`;
      context.report.add('wrong', 'IMS CP 1.1.4', file, message, 'missing file');
    }
    return found?.path ?? [];
  });
}

function checkDependencies(read: ReadonlyMap<string, ReadResource>, { report }: ReadContext): void {
  for (const { resource, element } of read.values()) {
    for (const dependency of resource.dependencies) {
      if (read.has(dependency)) continue;
      const message = `La ressource ${quoted(resource.identifier)} dépend de ${quoted(dependency)}, qui n’existe pas : faites corriger le nom.`;
      report.add('wrong', 'IMS CP 1.1.4', element, message, 'dangling dependency');
    }
  }
}
