import { endSession as endSessionCommand } from '#features/sign-in/end-session.ts';
import { EndSessionForm } from '#features/sign-in/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const endSession = formAction({
  permission: 'account:own',
  form: EndSessionForm,
  async run({ session }, { runtime, actor }) {
    await endSessionCommand(runtime.db, actor.personId, session);
    return done('/compte?fait=session#sessions');
  },
});
