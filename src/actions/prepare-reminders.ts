import { unitCodeOf } from '#features/people/unit-code-of.ts';
import { PrepareForm } from '#features/reminders/forms.ts';
import { prepareChosen } from '#features/reminders/prepare-chosen.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const prepareReminders = formAction({
  permission: 'reminder:send',
  form: PrepareForm,
  async run(chosen, { runtime, act, actor }) {
    const { origin } = runtime.config;
    const result = await prepareChosen(runtime, act, actor, {
      chosen: { ...chosen, unit: await unitCodeOf(runtime.db, chosen.unit) },
      origin,
    });
    switch (result.outcome) {
      case 'prepared':
        return done(`/suivi/rappels/${chosen.sendingId}`);
      case 'no-such-unit': {
        const message = 'Aucune de vos unités n’a ce code ou ce nom, ou plusieurs ont ce nom : écrivez son code.';
        return refused(message, { unit: message });
      }
      case 'no-such-programme':
        return refused('Ce parcours n’existe plus : rechargez la page.');
      case 'programme-closed':
        return refused('Ce parcours n’est pas ouvert : personne n’est à rappeler.');
    }
  },
});
