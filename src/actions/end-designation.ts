import { decisionsAddress, endAnswer } from '#features/obligations/decision-answers.ts';
import { endDesignation as endDesignationCommand } from '#features/obligations/end-designation.ts';
import { EndDesignationForm } from '#features/obligations/forms.ts';
import { formAction } from '#platform/http/form-action.ts';

export const endDesignation = formAction({
  permission: 'obligation:decide',
  form: EndDesignationForm,
  days: { on: { label: 'Ne compte plus à partir du' } },
  async run(input, { runtime, act, actor }) {
    const result = await endDesignationCommand(runtime.db, act, {
      personId: input.personId,
      designationId: input.designationId,
      to: input.on,
      reason: input.reason,
    });
    return endAnswer(result, decisionsAddress(actor, input.personId, input.place), 'designations');
  },
});
