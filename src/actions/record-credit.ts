import { ActionError } from 'astro:actions';
import { decideForPerson } from '#features/obligations/decide-for-person.ts';
import { decisionAnswer, decisionsAddress } from '#features/obligations/decision-answers.ts';
import { RecordCreditForm } from '#features/obligations/forms.ts';
import { formAction } from '#platform/http/form-action.ts';

export const recordCredit = formAction({
  permission: 'obligation:propose',
  form: RecordCreditForm,
  days: { doneOn: { label: 'Formation suivie le' } },
  async run({ place, ...input }, { runtime, act, actor }) {
    const { needsSecondPerson } = runtime.config;
    const decision = { kind: 'credit', ...input } as const;
    const result = await decideForPerson(runtime.db, { act, actor, needsSecondPerson }, decision);
    if (!result) throw new ActionError({ code: 'NOT_FOUND' });
    return decisionAnswer(result, decisionsAddress(actor, input.personId, place), 'equivalences');
  },
});
