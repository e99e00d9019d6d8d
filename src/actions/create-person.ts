import { createPerson as createPersonCommand } from '#features/people/create-person.ts';
import { CreatePersonForm } from '#features/people/forms.ts';
import { unitCodeOf } from '#features/people/unit-code-of.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const createPerson = formAction({
  permission: 'people:edit',
  form: CreatePersonForm,
  days: { fromDate: { label: 'Affectée depuis le', mayBeLongAgo: true } },
  async run(input, { runtime, act }) {
    const result = await createPersonCommand(runtime.db, act, {
      ...input,
      unitCode: await unitCodeOf(runtime.db, input.unitCode),
    });
    switch (result.outcome) {
      case 'created':
      case 'already-created':
        return done(`/administration/personnes/${input.personId}?fait=creation`);
      case 'hr-number-taken':
        return refused('Une autre personne a ce matricule : rien n’a été créé. Cherchez-la par son matricule.', {
          hrNumber: 'Ce matricule est celui de quelqu’un d’autre.',
        });
      case 'no-such-unit':
        return refused('Rien n’a été créé.', {
          unitCode: 'Aucune unité ouverte n’a ce code ou ce nom, ou plusieurs ont ce nom : écrivez son code.',
        });
    }
  },
});
