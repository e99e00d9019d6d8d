import { importsList } from '#features/imports/imports-list.ts';
import { journalList } from '#features/journal/journal-list.ts';
import { programmesList } from '#features/obligations/programmes-list.ts';
import { waitingDecisionsList } from '#features/obligations/waiting-decisions-list.ts';
import { delegationsList } from '#features/people/delegations-list.ts';
import { findPeople } from '#features/people/find-people.ts';
import { peopleList } from '#features/people/people-list.ts';
import { unitsList } from '#features/people/units-list.ts';
import { attendeesList } from '#features/training-sessions/attendees-list.ts';
import { meetingsList } from '#features/training-sessions/meetings-list.ts';
import { sessionsList } from '#features/training-sessions/sessions-list.ts';
import type { ListExport } from '#platform/lists/list-export.ts';

/** Every list of a page that is had as a file, but those of the follow-up, which chooses its lines itself. */
export const LISTS: readonly ListExport[] = [
  sessionsList,
  attendeesList,
  meetingsList,
  waitingDecisionsList,
  programmesList,
  delegationsList,
  unitsList,
  peopleList,
  importsList,
  journalList(async (db, search) => (await findPeople(db, search)).people.map(({ personId }) => personId)),
];

/** The list of that name; null when there is none. */
export function findList(name: string): ListExport | null {
  return LISTS.find((list) => list.name === name) ?? null;
}
