import { CancelTrainingSessionForm } from '#features/training-sessions/forms.ts';
import { cancelTrainingSession as cancelTrainingSessionCommand } from '#features/training-sessions/cancel-training-session.ts';
import { NO_SUCH_SESSION } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const cancelTrainingSession = formAction({
  permission: 'training-session:run',
  form: CancelTrainingSessionForm,
  async run(input, { runtime, act }) {
    const result = await cancelTrainingSessionCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'cancelled':
        return done(`/seances/${input.sessionId}?fait=annulation&nombre=${result.withdrawn - result.replaced}`);
      case 'already-cancelled':
        return done(`/seances/${input.sessionId}?fait=annulation`);
      case 'no-such-session':
        return refused(NO_SUCH_SESSION);
    }
  },
});
