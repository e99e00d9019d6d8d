import type { Item, Organization, PackageManifest, Resource } from '../manifest.ts';

/** The items of an organisation in the order of its plan, headings included. */
export function itemsInOrder({ items }: Pick<Organization, 'items'>): Item[] {
  return items.flatMap((item) => [item, ...itemsInOrder({ items: item.children })]);
}

/** The organisation that is played. */
export function playedOrganization({ organizations, defaultOrganization }: PackageManifest): Organization {
  return organizations.find(({ identifier }) => identifier === defaultOrganization) ?? organizations[0]!;
}

export function resourcesById({ resources }: Pick<PackageManifest, 'resources'>): Map<string, Resource> {
  return new Map(resources.map((resource) => [resource.identifier, resource]));
}

/** An item that opens something, with what it opens. */
export interface LaunchedItem {
  item: Item;
  resource: Resource & { path: string };
}

/** The items of the played organisation that can be opened, in the order of the plan. */
export function launchedItems(manifest: PackageManifest): LaunchedItem[] {
  const resources = resourcesById(manifest);
  return itemsInOrder(playedOrganization(manifest)).flatMap((item): LaunchedItem[] => {
    const resource = item.resource === null ? undefined : resources.get(item.resource);
    return resource && resource.path !== null ? [{ item, resource: { ...resource, path: resource.path } }] : [];
  });
}

/** Those that follow the learner. */
export function scosOf(manifest: PackageManifest): LaunchedItem[] {
  return launchedItems(manifest).filter(({ resource }) => resource.kind === 'sco');
}
