import { ActionError } from 'astro:actions';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { decisionsAddress } from '#features/obligations/decision-answers.ts';
import { designatePerson as designatePersonCommand } from '#features/obligations/designate-person.ts';
import { DesignatePersonForm } from '#features/obligations/forms.ts';
import { findPersonInScope } from '#features/obligations/person-scope.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const designatePerson = formAction({
  permission: 'obligation:decide',
  form: DesignatePersonForm,
  days: { from: { label: 'À partir du' } },
  async run({ place, ...input }, { runtime, act, actor }) {
    const person = await findPersonInScope(runtime.db, actor, input.personId, civilDateOf(act.at));
    if (!person) throw new ActionError({ code: 'NOT_FOUND' });
    const result = await designatePersonCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'designated':
        return done(`${decisionsAddress(actor, input.personId, place)}?fait=decision#designations`);
      case 'already-designated':
        return refused('Cette personne est déjà désignée pour ce parcours : rien n’a changé.');
      case 'no-such-programme':
        return refused('Ce parcours n’existe pas : rien n’a changé.');
      case 'programme-closed':
        return refused('Ce parcours est fermé : rouvrez-le d’abord, ou choisissez-en un autre.');
    }
  },
});
