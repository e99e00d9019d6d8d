import { ActionError } from 'astro:actions';
import { decisionsAddress } from '#features/obligations/decision-answers.ts';
import { WithdrawDecisionForm } from '#features/obligations/forms.ts';
import { findWaitingDecision } from '#features/obligations/pending-queries.ts';
import { refuseDecision } from '#features/obligations/refuse-decision.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const withdrawDecision = formAction({
  permission: 'obligation:propose',
  form: WithdrawDecisionForm,
  async run({ decisionId, reason, personId, place }, { runtime, act, actor }) {
    const pending = await findWaitingDecision(runtime.db, decisionId);
    if (pending && pending.proposedBy !== actor.personId) throw new ActionError({ code: 'NOT_FOUND' });
    const result = await refuseDecision(runtime.db, { ...act, by: actor.personId }, { decisionId, reason });
    switch (result.outcome) {
      case 'refused':
      case 'withdrawn':
      case 'own-person':
      case 'not-waiting':
        return done(`${decisionsAddress(actor, personId, place)}?fait=retrait#attente`);
    }
  },
});
