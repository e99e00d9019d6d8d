import { ActionError } from 'astro:actions';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { decisionsAddress, endAnswer } from '#features/obligations/decision-answers.ts';
import { endAbsence as endAbsenceCommand } from '#features/obligations/end-absence.ts';
import { EndAbsenceForm } from '#features/obligations/forms.ts';
import { findPersonInScope } from '#features/obligations/person-scope.ts';
import { formAction } from '#platform/http/form-action.ts';

export const endAbsence = formAction({
  permission: 'obligation:propose',
  form: EndAbsenceForm,
  async run({ personId, absenceId, on, place }, { runtime, act, actor }) {
    const person = await findPersonInScope(runtime.db, actor, personId, civilDateOf(act.at));
    if (!person) throw new ActionError({ code: 'NOT_FOUND' });
    const result = await endAbsenceCommand(runtime.db, act, { personId, absenceId, to: on });
    return endAnswer(result, decisionsAddress(actor, personId, place), 'absences');
  },
});
