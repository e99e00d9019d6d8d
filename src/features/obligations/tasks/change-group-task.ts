import type { Act } from '#domain/identity/act.ts';
import type { Task } from '#platform/tasks/task.ts';
import { changeGroup, type ChangeGroupResult } from '../change-group.ts';
import type { GroupChange } from '../people-selection.ts';

export interface GroupChangeRequest {
  act: Act;
  change: GroupChange;
  /** How many people the change was shown to be about. */
  shownCount: number;
}

/** Applies a change of many designations, away from the pages. */
export const changeGroupTask: Task<GroupChangeRequest, ChangeGroupResult> = {
  name: 'obligations/change-group',
  lane: 'long',
  async run({ act, change, shownCount }, context) {
    const writer = context.openWriter();
    try {
      return await changeGroup(writer, act, change, shownCount);
    } finally {
      await writer.destroy();
    }
  },
};
