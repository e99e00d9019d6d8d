import { ActionError } from 'astro:actions';
import { addDays } from '#domain/time/civil-date.ts';
import { decideForPerson } from '#features/obligations/decide-for-person.ts';
import { decisionAnswer, decisionsAddress } from '#features/obligations/decision-answers.ts';
import { ExemptPersonForm } from '#features/obligations/forms.ts';
import { formAction } from '#platform/http/form-action.ts';

export const exemptPerson = formAction({
  permission: 'obligation:propose',
  form: ExemptPersonForm,
  days: { from: { label: 'À partir du' }, through: { label: 'Dernier jour' } },
  async run({ place, through, ...input }, { runtime, act, actor }) {
    const { needsSecondPerson } = runtime.config;
    const decision = { kind: 'exemption', ...input, to: through && addDays(through, 1) } as const;
    const result = await decideForPerson(runtime.db, { act, actor, needsSecondPerson }, decision);
    if (!result) throw new ActionError({ code: 'NOT_FOUND' });
    return decisionAnswer(result, decisionsAddress(actor, input.personId, place), 'dispenses');
  },
});
