import { ActionError } from 'astro:actions';
import { addDays, civilDateOf } from '#domain/time/civil-date.ts';
import { changeAbsenceEnd as changeAbsenceEndCommand } from '#features/obligations/change-absence-end.ts';
import { waitsForSomebody } from '#features/obligations/decide-for-person.ts';
import { decisionsAddress, endAnswer } from '#features/obligations/decision-answers.ts';
import { ChangeAbsenceEndForm } from '#features/obligations/forms.ts';
import { findPersonInScope } from '#features/obligations/person-scope.ts';
import { formAction } from '#platform/http/form-action.ts';

export const changeAbsenceEnd = formAction({
  permission: 'obligation:propose',
  form: ChangeAbsenceEndForm,
  days: { through: { label: 'Nouveau dernier jour' } },
  async run({ personId, absenceId, through, reason, place }, { runtime, act, actor }) {
    const person = await findPersonInScope(runtime.db, actor, personId, civilDateOf(act.at));
    if (!person) throw new ActionError({ code: 'NOT_FOUND' });
    const waits = waitsForSomebody(actor, { kind: 'absence', personId }, runtime.config.needsSecondPerson);
    const end = { personId, absenceId, to: through && addDays(through, 1), reason };
    const result = await changeAbsenceEndCommand(runtime.db, { ...act, by: actor.personId }, end, { waits });
    return endAnswer(result, decisionsAddress(actor, personId, place), 'absences');
  },
});
