import { ActionError } from 'astro:actions';
import { MovePersonForm } from '#features/people/forms.ts';
import { movePerson as movePersonCommand } from '#features/people/move-person.ts';
import { findIdentity } from '#features/people/person-queries.ts';
import { unitCodeOf } from '#features/people/unit-code-of.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const movePerson = formAction({
  permission: 'people:edit',
  form: MovePersonForm,
  days: { on: { label: 'À partir du' } },
  async run(input, { runtime, act }) {
    if (!(await findIdentity(runtime.db, input.personId))) throw new ActionError({ code: 'NOT_FOUND' });
    const result = await movePersonCommand(runtime.db, act, {
      ...input,
      unitCode: await unitCodeOf(runtime.db, input.unitCode),
    });
    switch (result.outcome) {
      case 'moved':
        return done(`/administration/personnes/${input.personId}?fait=affectation#affectations`);
      case 'already-there':
        return refused('La personne est déjà dans cette unité : rien n’a changé.');
      case 'no-such-unit':
        return refused('Rien n’a changé.', {
          unitCode: 'Aucune unité ouverte n’a ce code ou ce nom, ou plusieurs ont ce nom : écrivez son code.',
        });
      case 'before-arrival':
        return refused(
          'Une arrivée est déjà prévue après cette date : choisissez cette date ou une date plus tardive.',
          {
            on: 'Choisissez une date plus tardive.',
          },
        );
    }
  },
});
