import { CloseTrainingSessionForm } from '#features/training-sessions/forms.ts';
import { closeTrainingSession as closeTrainingSessionCommand } from '#features/training-sessions/close-training-session.ts';
import { LIST_CHANGED, NO_SUCH_SESSION, NOT_HELD_YET, SESSION_OVER } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const closeTrainingSession = formAction({
  permission: 'training-session:run',
  form: CloseTrainingSessionForm,
  async run(input, { runtime, act }) {
    const result = await closeTrainingSessionCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'closed':
      case 'already-closed':
        return done(`/seances/${input.sessionId}?fait=cloture`);
      case 'not-held-yet':
        return refused(NOT_HELD_YET);
      case 'list-changed':
        return refused(LIST_CHANGED);
      case 'nobody-present':
        return refused('Personne n’est noté présent : notez d’abord les présences, ou annulez la séance.');
      case 'no-such-session':
        return refused(NO_SUCH_SESSION);
      case 'session-over':
        return refused(SESSION_OVER);
    }
  },
});
