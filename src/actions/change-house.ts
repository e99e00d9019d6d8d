import { ChangeHouseForm } from '#features/training-sessions/forms.ts';
import { changeHouse as changeHouseCommand } from '#features/training-sessions/change-house.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const changeHouse = formAction({
  permission: 'house:edit',
  form: ChangeHouseForm,
  async run(input, { runtime, act }) {
    const result = await changeHouseCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'changed':
      case 'unchanged':
        return done('/rencontres/maisons?fait=modification');
      case 'no-such-house':
        return refused('Cette maison n’existe plus : rechargez la page.');
      case 'name-taken':
        return refused('Une autre maison de la liste porte déjà ce nom : rien n’a changé.', {
          name: 'Ce nom est déjà dans la liste.',
        });
    }
  },
});
