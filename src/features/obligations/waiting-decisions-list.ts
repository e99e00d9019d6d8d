import { byPages } from '#platform/lists/in-steps.ts';
import { defineList } from '#platform/lists/list-export.ts';
import { DECISION_NAMES } from './decision.ts';
import { decisionWords } from './decision-words.ts';
import { DecisionsQuery } from './forms.ts';
import { listWaitingDecisions, type PendingDecision } from './pending-queries.ts';

/** The decisions of /administration/decisions as a file. */
export const waitingDecisionsList = defineList({
  name: 'decisions',
  title: 'Décisions à confirmer',
  permission: 'obligation:decide',
  definition:
    'Une ligne par dispense, équivalence ou absence proposée, qui ne compte pas tant qu’une seconde personne ne l’a pas confirmée.',
  query: DecisionsQuery,
  async heading() {
    return [];
  },
  columns: [
    {
      title: 'Décision',
      kind: 'text',
      width: 14,
      cell: ({ decision }: PendingDecision) => DECISION_NAMES[decision.kind],
    },
    { title: 'Personne', kind: 'text', width: 28, cell: ({ personName }) => personName },
    { title: 'Matricule', kind: 'text', width: 14, cell: ({ hrNumber }) => hrNumber },
    { title: 'Parcours', kind: 'text', width: 32, cell: ({ programmeName }) => programmeName },
    {
      title: 'Proposition',
      kind: 'text',
      width: 70,
      cell: (pending, { actor, today }) => decisionWords(pending, { today, isFull: true, actorId: actor.personId }),
    },
    { title: 'Proposée par', kind: 'text', width: 24, cell: ({ proposedByName }) => proposedByName },
    { title: 'Proposée le', kind: 'instant', width: 18, cell: ({ proposedAt }) => proposedAt },
  ],
  read(openReader) {
    const reader = openReader();
    return byPages((page) => listWaitingDecisions(reader, page));
  },
});
