import { z } from 'zod';
import { GroupForm, ShownCount } from '#features/obligations/programme-forms.ts';
import { changeGroupTask } from '#features/obligations/tasks/change-group-task.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const changeDesignations = formAction({
  permission: 'programme:edit',
  form: z.intersection(GroupForm, z.object({ shownCount: ShownCount })),
  days: { on: { label: 'À partir du' } },
  async run({ shownCount, ...change }, { runtime, act }) {
    const result = await runtime.tasks.run(changeGroupTask, { act, change, shownCount });
    switch (result.outcome) {
      case 'changed': {
        const fait = change.kind === 'designate' ? 'designation' : 'fin';
        return done(`/administration/programmes/${change.programme}?fait=${fait}&nombre=${result.count}#designer`);
      }
      case 'no-such-programme':
        return refused('Ce parcours n’existe pas : revenez à la liste.');
      case 'programme-closed':
        return refused('Ce parcours est fermé : rouvrez-le d’abord. Rien n’a changé.');
      case 'unknown-numbers':
        return refused('Des matricules sont inconnus : rien n’a changé. Corrigez la liste, puis relancez l’aperçu.');
      case 'stale':
        return refused(
          'Le nombre de personnes a changé depuis l’aperçu : rien n’a été fait. Relisez-le, puis confirmez.',
        );
    }
  },
});
