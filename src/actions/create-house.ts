import { CreateHouseForm } from '#features/training-sessions/forms.ts';
import { createHouse as createHouseCommand } from '#features/training-sessions/create-house.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const createHouse = formAction({
  permission: 'house:edit',
  form: CreateHouseForm,
  async run(input, { runtime, act }) {
    const result = await createHouseCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'created':
        return done('/rencontres/maisons?fait=ajout');
      case 'name-taken':
        return refused('Cette maison est déjà dans la liste.', { name: 'Ce nom est déjà dans la liste.' });
    }
  },
});
