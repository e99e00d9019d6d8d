import { endAllSessions as endAllSessionsCommand } from '#features/sign-in/end-all-sessions.ts';
import { EndAllSessionsForm } from '#features/sign-in/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';
import { writeSessionCookie } from '#platform/http/session-cookie.ts';

export const endAllSessions = formAction({
  permission: 'account:own',
  form: EndAllSessionsForm,
  async run(_input, { runtime, actor, context }) {
    await endAllSessionsCommand(runtime.db, actor.personId);
    writeSessionCookie(context.cookies, runtime.config, null);
    return done('/connexion');
  },
});
