import type { Item, Organization, PackageManifest, Resource } from './manifest.ts';

/** An item that counts for the completion, and what it launches. */
export interface CountedItem {
  item: Item;
  resource: Resource;
  /** From the top of the plan down to the item itself. */
  path: readonly Item[];
}

/**
 * The items that count: those that launch something and are shown. Where sequencing leaves some out of every roll-up (a test
 * that is only for oneself), they do not count either. When nothing is left, all that launch something count.
 */
export function countedItems(manifest: PackageManifest): CountedItem[] {
  const resources = new Map(manifest.resources.map((resource) => [resource.identifier, resource]));
  const launching = pathsOf(playedOrganizationOf(manifest).items, []).flatMap((path): CountedItem[] => {
    const item = path.at(-1)!;
    const resource = item.resource === null ? undefined : resources.get(item.resource);
    return resource === undefined || resource.path === null ? [] : [{ item, resource, path }];
  });
  // What is hidden hides itself alone, not what is below it (IMS CP 1.1.4 § 4.7.5).
  const shown = launching.filter(({ item }) => item.isVisible && isRolledUp(item));
  return shown.length > 0 ? shown : launching;
}

function isRolledUp({ sequencing }: Item): boolean {
  if (!sequencing) return true;
  const { delivery, rollup } = sequencing;
  return delivery.isTracked && (rollup.objectiveSatisfied || rollup.progressCompletion);
}

function playedOrganizationOf({ organizations, defaultOrganization }: PackageManifest): Organization {
  return organizations.find(({ identifier }) => identifier === defaultOrganization) ?? organizations[0]!;
}

function pathsOf(items: readonly Item[], above: readonly Item[]): Item[][] {
  return items.flatMap((item) => {
    const path = [...above, item];
    return [path, ...pathsOf(item.children, path)];
  });
}
