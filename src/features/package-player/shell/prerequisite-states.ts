import type { ItemState } from '#domain/packaging/commit.ts';
import type { LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { Item } from '#domain/packaging/manifest.ts';
import { isDone, type Progress } from '#domain/packaging/prerequisites.ts';
import { itemsInOrder } from './activity.ts';

const DONE: Progress = { completion: 'completed', success: 'unknown' };

/**
 * What prerequisites may ask of an item, by its identifier: what it said of itself; of a page that only shows something, that
 * it was opened; of a heading, that all below it is done. Null of what is no item of the plan.
 */
export function progressForPrerequisites(
  { organization, addresses }: Pick<LaunchPlan, 'organization' | 'addresses'>,
  states: Readonly<Record<string, ItemState>>,
  identifier: string,
): Progress | undefined | null {
  const named = itemsInOrder(organization.items).find(({ item }) => item.identifier === identifier)?.item;
  return named ? progressOf(named) : null;

  function progressOf(item: Item): Progress | undefined {
    const address = item.resource === null ? undefined : addresses[item.resource];
    if (address === undefined) return item.children.length === 0 ? DONE : progressBelow(item);
    const state = states[item.identifier];
    return state && address.kind === 'asset' ? DONE : state;
  }

  function progressBelow({ children }: Item): Progress | undefined {
    const below = children.map(progressOf);
    if (below.every((one) => one === undefined)) return undefined;
    return below.every(isDone) ? DONE : { completion: 'incomplete', success: 'unknown' };
  }
}
