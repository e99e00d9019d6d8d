import { SendingForm } from '#features/reminders/forms.ts';
import { stopSending } from '#features/reminders/stop-sending.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const stopReminders = formAction({
  permission: 'reminder:send',
  form: SendingForm,
  async run({ sendingId }, { runtime, act, actor }) {
    const result = await stopSending(runtime.db, act, actor, sendingId);
    switch (result.outcome) {
      case 'forgotten':
        return done('/suivi/rappels?fait=oubli');
      case 'stopped':
      case 'nothing-waits':
        return done(`/suivi/rappels/${sendingId}?fait=arret`);
      case 'no-such-sending':
        return refused('Cet envoi n’existe plus : revenez à la liste des rappels.');
    }
  },
});
