import { ActionError } from 'astro:actions';
import { delegationsAddress } from '#features/people/delegations-address.ts';
import { endDelegation as endDelegationCommand } from '#features/people/end-delegation.ts';
import { EndDelegationForm } from '#features/people/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const endDelegation = formAction({
  permission: 'follow-up:delegate',
  form: EndDelegationForm,
  async run({ place, delegationId }, { runtime, act, actor }) {
    const result = await endDelegationCommand(runtime.db, act, actor, { delegationId });
    switch (result.outcome) {
      case 'ended':
      case 'already-over':
        return done(`${delegationsAddress(actor, place)}?fait=fin`);
      case 'no-such-delegation':
        throw new ActionError({ code: 'NOT_FOUND' });
    }
  },
});
