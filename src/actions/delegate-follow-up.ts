import { delegateFollowUp as delegateFollowUpCommand } from '#features/people/delegate-follow-up.ts';
import { delegationsAddress } from '#features/people/delegations-address.ts';
import { DelegateFollowUpForm } from '#features/people/forms.ts';
import { unitCodeOf } from '#features/people/unit-code-of.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

const NOTHING = 'Rien n’a été délégué : corrigez le champ signalé.';

export const delegateFollowUp = formAction({
  permission: 'follow-up:delegate',
  form: DelegateFollowUpForm,
  days: { from: { label: 'Premier jour' }, through: { label: 'Dernier jour' } },
  async run({ place, ...input }, { runtime, act, actor }) {
    const result = await delegateFollowUpCommand(runtime.db, act, actor, {
      ...input,
      unitCode: await unitCodeOf(runtime.db, input.unitCode),
    });
    switch (result.outcome) {
      case 'delegated':
        return done(`${delegationsAddress(actor, place)}?fait=delegation`);
      case 'already-delegated':
        return refused('Cette personne suit déjà cette unité pendant ces jours : rien n’a changé.');
      case 'no-such-unit':
        return refused(NOTHING, { unitCode: 'Cette unité n’est pas de celles que vous pouvez déléguer.' });
      case 'no-such-person':
        return refused(NOTHING, { hrNumber: 'Personne n’a ce matricule.' });
      case 'oneself':
        return refused(NOTHING, { hrNumber: 'C’est votre propre matricule.' });
      case 'no-account':
        return refused(NOTHING, {
          hrNumber:
            'Cette personne n’a pas de compte : elle ne pourrait pas se connecter. Demandez à l’administrateur.',
        });
      case 'already-over':
        return refused(NOTHING, { through: 'Le dernier jour vient après le premier, et n’est pas passé.' });
    }
  },
});
