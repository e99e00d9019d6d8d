import { confirmDecision as confirmDecisionCommand } from '#features/obligations/confirm-decision.ts';
import { ConfirmDecisionForm } from '#features/obligations/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const confirmDecision = formAction({
  permission: 'obligation:decide',
  form: ConfirmDecisionForm,
  async run(input, { runtime, act, actor }) {
    const result = await confirmDecisionCommand(runtime.db, { ...act, by: actor.personId }, input);
    switch (result.outcome) {
      case 'confirmed':
        return done('/administration/decisions?fait=confirmation');
      case 'not-waiting':
        return refused('Cette décision n’attend plus : quelqu’un l’a confirmée, refusée ou retirée. Rien n’a changé.');
      case 'own-decision':
        return refused('Vous êtes l’auteur de cette décision : une autre personne doit la confirmer.');
      case 'own-person':
        return refused('Cette décision vous concerne : une autre personne doit la confirmer.');
      case 'already-recorded':
        return refused('Ce qu’elle propose est déjà enregistré : refusez-la, en disant pourquoi.');
      case 'already-over':
        return refused('Son dernier jour est passé : elle ne peut plus compter. Refusez-la, en disant pourquoi.');
    }
  },
});
