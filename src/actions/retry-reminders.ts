import { SendingForm } from '#features/reminders/forms.ts';
import { retryFailures } from '#features/reminders/retry-failures.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const retryReminders = formAction({
  permission: 'reminder:send',
  form: SendingForm,
  async run({ sendingId }, { runtime, act, actor }) {
    const result = await retryFailures(runtime.db, act, actor, sendingId);
    switch (result.outcome) {
      case 'retried':
      case 'nothing-failed':
        return done(`/suivi/rappels/${sendingId}?fait=nouvel-essai`);
      case 'no-such-sending':
        return refused('Cet envoi n’existe plus : revenez à la liste des rappels.');
    }
  },
});
