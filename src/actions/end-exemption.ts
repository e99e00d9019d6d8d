import { decisionsAddress, endAnswer } from '#features/obligations/decision-answers.ts';
import { endExemption as endExemptionCommand } from '#features/obligations/end-exemption.ts';
import { EndExemptionForm } from '#features/obligations/forms.ts';
import { formAction } from '#platform/http/form-action.ts';

export const endExemption = formAction({
  permission: 'obligation:decide',
  form: EndExemptionForm,
  days: { on: { label: 'Ne compte plus à partir du' } },
  async run(input, { runtime, act, actor }) {
    const result = await endExemptionCommand(runtime.db, act, {
      personId: input.personId,
      exemptionId: input.exemptionId,
      to: input.on,
      reason: input.reason,
    });
    return endAnswer(result, decisionsAddress(actor, input.personId, input.place), 'dispenses');
  },
});
