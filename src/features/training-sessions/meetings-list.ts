import { byPages } from '#platform/lists/in-steps.ts';
import { defineList } from '#platform/lists/list-export.ts';
import { MeetingsQuery } from './forms.ts';
import { listMeetings, type MeetingLine } from './meeting-queries.ts';

/** The meetings of /rencontres as a file. */
export const meetingsList = defineList({
  name: 'rencontres',
  title: 'Rencontres',
  permission: 'meeting:record',
  definition:
    'Une ligne par rencontre entre une unité et une maison. Public : nombre de personnes qui y assistaient. Une rencontre retirée ne compte plus au bilan annuel.',
  query: MeetingsQuery,
  async heading(_db, { recherche }) {
    return [['Recherche', recherche || 'aucune']];
  },
  columns: [
    { title: 'Date', kind: 'date', width: 12, cell: ({ heldOn }: MeetingLine) => heldOn },
    { title: 'Maison', kind: 'text', width: 28, cell: ({ houseName }) => houseName },
    { title: 'Unité', kind: 'text', width: 32, cell: ({ unitName }) => unitName },
    { title: 'Lieu', kind: 'text', width: 28, cell: ({ place }) => place },
    { title: 'Public', kind: 'text', width: 10, cell: ({ audienceSize }) => audienceSize },
    { title: 'Retirée le', kind: 'instant', width: 18, cell: ({ withdrawnAt }) => withdrawnAt },
    { title: 'Raison du retrait', kind: 'text', width: 36, cell: ({ withdrawnReason }) => withdrawnReason },
  ],
  read(openReader, { recherche, tri }) {
    const reader = openReader();
    return byPages((page) => listMeetings(reader, recherche, { sort: tri, ...page }));
  },
});
