import { MIN_PASSWORD_CHARACTERS } from '#domain/identity/new-password.ts';
import { changePassword as changePasswordCommand } from '#features/sign-in/change-password.ts';
import { ChangePasswordForm } from '#features/sign-in/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

const NOT_CHANGED = 'Votre mot de passe n’a pas changé : corrigez le champ signalé.';

export const changePassword = formAction({
  permission: 'account:own',
  form: ChangePasswordForm,
  async run({ current, next }, { runtime, act, actor, context }) {
    const { clientAddress, signInSession } = context.locals;
    const result = await changePasswordCommand(
      runtime.db,
      { ...act, by: actor.personId },
      { current, next, clientAddress, sessionIdHash: signInSession?.idHash ?? '' },
    );
    switch (result.outcome) {
      case 'changed':
        return done('/compte?fait=mot-de-passe');
      case 'wrong-current':
        return refused(NOT_CHANGED, { current: 'Ce n’est pas votre mot de passe actuel.' });
      case 'must-wait':
        return refused(`Trop d’essais : attendez ${result.seconds} secondes avant de réessayer.`);
      case 'too-short':
        return refused(NOT_CHANGED, { next: `Il faut au moins ${MIN_PASSWORD_CHARACTERS} caractères.` });
      case 'has-username':
        return refused(NOT_CHANGED, { next: 'Il ne doit pas contenir votre identifiant.' });
      case 'is-current':
        return refused(NOT_CHANGED, { next: 'Choisissez un mot de passe différent de l’actuel.' });
    }
  },
});
