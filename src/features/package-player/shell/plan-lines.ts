import type { ItemState } from '#domain/packaging/commit.ts';
import type { LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { Item } from '#domain/packaging/manifest.ts';
import type { PlanLine } from '#domain/packaging/player-messages.ts';
import { itemsInOrder } from './activity.ts';

/** The lines of the plan; hidden items are left out. */
export function planLines(
  { organization, addresses }: LaunchPlan,
  {
    states,
    current,
    canOpen,
  }: {
    states: Readonly<Record<string, ItemState>>;
    current: string | null;
    canOpen: (item: Item) => boolean;
  },
): PlanLine[] {
  return itemsInOrder(organization.items)
    .filter(({ item }) => item.isVisible)
    .map(({ item, depth }) => ({
      item: item.identifier,
      title: item.title,
      depth,
      isCurrent: item.identifier === current,
      canOpen: canOpen(item),
      state:
        item.resource === null || !addresses[item.resource]
          ? 'heading'
          : stateOf(states[item.identifier], addresses[item.resource]!.kind, canOpen(item)),
    }));
}

function stateOf(state: ItemState | undefined, kind: 'sco' | 'asset', canOpen: boolean): PlanLine['state'] {
  if (!state) return canOpen ? 'todo' : 'locked';
  if (kind === 'asset' || state.success === 'passed') return 'done';
  if (state.success === 'failed') return 'failed';
  return state.completion === 'completed' ? 'done' : 'begun';
}
