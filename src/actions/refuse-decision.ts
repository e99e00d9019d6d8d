import { RefuseDecisionForm } from '#features/obligations/forms.ts';
import { refuseDecision as refuseDecisionCommand } from '#features/obligations/refuse-decision.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const refuseDecision = formAction({
  permission: 'obligation:decide',
  form: RefuseDecisionForm,
  async run(input, { runtime, act, actor }) {
    const result = await refuseDecisionCommand(runtime.db, { ...act, by: actor.personId }, input);
    switch (result.outcome) {
      case 'refused':
        return done('/administration/decisions?fait=refus');
      case 'withdrawn':
        return done('/administration/decisions?fait=retrait');
      case 'own-person':
        return refused('Cette décision vous concerne : une autre personne doit la confirmer ou la refuser.');
      case 'not-waiting':
        return refused('Cette décision n’attend plus : quelqu’un l’a confirmée, refusée ou retirée. Rien n’a changé.');
    }
  },
});
