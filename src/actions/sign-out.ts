import { SignOutForm } from '#features/sign-in/forms.ts';
import { writeSessionCookie } from '#platform/http/session-cookie.ts';
import { signOut as signOutCommand } from '#features/sign-in/sign-out.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const signOut = formAction({
  permission: 'account:own',
  form: SignOutForm,
  async run(_input, { runtime, context }) {
    const session = context.locals.signInSession;
    if (session) await signOutCommand(runtime.db, session.idHash);
    writeSessionCookie(context.cookies, runtime.config, null);
    return { ...done('/connexion'), forgetsStorage: true };
  },
});
