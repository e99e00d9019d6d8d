import type { Item, Organization } from '../manifest.ts';

/** How a learner gets into a course: carried along, by choosing in the plan, or not at all. */
export type Start = 'flow' | 'choice' | 'none';

/** An organisation or an item with what it contains. */
type Activity = Pick<Item, 'sequencing'> & { children: readonly Item[] };

/** As the start and choice requests of SCORM 2004 would find it, rules of the run-time left aside. */
export function startOf(organization: Organization): Start {
  const root: Activity = { sequencing: organization.sequencing, children: organization.items };
  if (startsByFlow(root)) return 'flow';
  return startsByChoice(root) ? 'choice' : 'none';
}

const allowsFlow = ({ sequencing }: Activity): boolean => sequencing?.control.flow ?? false;
const allowsChoice = ({ sequencing }: Activity): boolean => sequencing?.control.choice ?? true;

/** Flow goes into the first child, and stops before a part that does not flow itself. */
function startsByFlow(activity: Activity): boolean {
  const [first] = activity.children;
  return first !== undefined && allowsFlow(activity) && (first.children.length === 0 || startsByFlow(first));
}

function startsByChoice(activity: Activity): boolean {
  return activity.children.some((child) => {
    if (child.children.length === 0) return allowsChoice(activity) && child.isVisible;
    return (allowsChoice(activity) && child.isVisible && startsByFlow(child)) || startsByChoice(child);
  });
}
