import type { CivilDate } from '#domain/time/civil-date.ts';
import type { Task } from '#platform/tasks/task.ts';
import type { GroupChange } from '../people-selection.ts';
import { previewGroup, type GroupPreview } from '../preview-group.ts';
import { findProgrammeId } from '../queries.ts';

/** What a change of many designations would do; null when there is no such programme. */
export const previewGroupTask: Task<{ change: GroupChange; today: CivilDate }, GroupPreview | null> = {
  name: 'obligations/preview-group',
  lane: 'long',
  async run({ change, today }, context) {
    const reader = context.keep('obligations: reader', () => context.openReader());
    const programmeId = await findProgrammeId(reader, change.programme);
    return programmeId === null ? null : previewGroup(reader, programmeId, change, today);
  },
};
