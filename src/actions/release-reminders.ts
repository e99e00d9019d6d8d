import { SendingForm } from '#features/reminders/forms.ts';
import { releaseSending } from '#features/reminders/release-sending.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const releaseReminders = formAction({
  permission: 'reminder:send',
  form: SendingForm,
  async run({ sendingId }, { runtime, act, actor }) {
    if (runtime.config.mail === null)
      return refused('Aucun serveur de messagerie n’est configuré : prenez la liste, et écrivez vous-même.');
    const result = await releaseSending(runtime.db, act, actor, sendingId);
    switch (result.outcome) {
      case 'released':
      case 'already-released':
        return done(`/suivi/rappels/${sendingId}?fait=envoi`);
      case 'outdated':
        return refused('Cet aperçu date d’un autre jour : refaites-le, la liste a pu changer.');
      case 'nobody':
        return refused('Personne ne recevrait ce message : il n’y a rien à envoyer.');
      case 'no-such-sending':
        return refused('Cet envoi n’existe plus : revenez à la liste des rappels.');
    }
  },
});
