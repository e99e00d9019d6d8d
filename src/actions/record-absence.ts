import { ActionError } from 'astro:actions';
import { addDays } from '#domain/time/civil-date.ts';
import { decideForPerson } from '#features/obligations/decide-for-person.ts';
import { decisionAnswer, decisionsAddress } from '#features/obligations/decision-answers.ts';
import { RecordAbsenceForm } from '#features/obligations/forms.ts';
import { formAction } from '#platform/http/form-action.ts';

export const recordAbsence = formAction({
  permission: 'obligation:propose',
  form: RecordAbsenceForm,
  days: { from: { label: 'Absent à partir du' }, through: { label: 'Dernier jour d’absence' } },
  async run({ place, through, ...input }, { runtime, act, actor }) {
    const { needsSecondPerson } = runtime.config;
    const decision = { kind: 'absence', ...input, to: through && addDays(through, 1) } as const;
    const result = await decideForPerson(runtime.db, { act, actor, needsSecondPerson }, decision);
    if (!result) throw new ActionError({ code: 'NOT_FOUND' });
    return decisionAnswer(result, decisionsAddress(actor, input.personId, place), 'absences');
  },
});
