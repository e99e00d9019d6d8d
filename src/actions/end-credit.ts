import { decisionsAddress, endAnswer } from '#features/obligations/decision-answers.ts';
import { endCredit as endCreditCommand } from '#features/obligations/end-credit.ts';
import { EndCreditForm } from '#features/obligations/forms.ts';
import { formAction } from '#platform/http/form-action.ts';

export const endCredit = formAction({
  permission: 'obligation:decide',
  form: EndCreditForm,
  async run(input, { runtime, act, actor }) {
    const result = await endCreditCommand(runtime.db, act, {
      personId: input.personId,
      creditId: input.creditId,
      reason: input.reason,
    });
    return endAnswer(result, decisionsAddress(actor, input.personId, input.place), 'equivalences');
  },
});
