import { ActionError } from 'astro:actions';
import { RecordDepartureForm } from '#features/people/forms.ts';
import { findIdentity } from '#features/people/person-queries.ts';
import { recordDeparture as recordDepartureCommand } from '#features/people/record-departure.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const recordDeparture = formAction({
  permission: 'people:edit',
  form: RecordDepartureForm,
  days: { on: { label: 'Plus dans aucune unité à partir du' } },
  async run(input, { runtime, act }) {
    if (!(await findIdentity(runtime.db, input.personId))) throw new ActionError({ code: 'NOT_FOUND' });
    const result = await recordDepartureCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'left':
        return done(`/administration/personnes/${input.personId}?fait=depart#affectations`);
      case 'in-no-unit':
        return refused('La personne n’est dans aucune unité ce jour-là : rien n’a changé.');
    }
  },
});
