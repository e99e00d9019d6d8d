import { ActionError } from 'astro:actions';
import { correctPerson as correctPersonCommand } from '#features/people/correct-person.ts';
import { CorrectPersonForm } from '#features/people/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const correctPerson = formAction({
  permission: 'people:edit',
  form: CorrectPersonForm,
  async run({ personId, ...identity }, { runtime, act }) {
    const result = await correctPersonCommand(runtime.db, act, personId, identity);
    switch (result.outcome) {
      case 'corrected':
      case 'unchanged':
        return done(`/administration/personnes/${personId}?fait=correction`);
      case 'no-such-person':
        throw new ActionError({ code: 'NOT_FOUND' });
      case 'hr-number-taken':
        return refused('Une autre personne a ce matricule : rien n’a changé.', {
          hrNumber: 'Ce matricule est celui de quelqu’un d’autre.',
        });
    }
  },
});
