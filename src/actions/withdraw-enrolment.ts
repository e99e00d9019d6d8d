import { WithdrawEnrolmentForm } from '#features/training-sessions/forms.ts';
import { withdrawEnrolment as withdrawEnrolmentCommand } from '#features/training-sessions/withdraw-enrolment.ts';
import { NO_SUCH_SESSION, SESSION_OVER } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const withdrawEnrolment = formAction({
  permission: 'training-session:run',
  form: WithdrawEnrolmentForm,
  async run(input, { runtime, act }) {
    const result = await withdrawEnrolmentCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'withdrawn':
      case 'already-withdrawn':
        return done(`/seances/${input.sessionId}?fait=retrait#inscriptions`);
      case 'present':
        return refused('Cette personne est notée présente : décochez d’abord sa présence.');
      case 'no-such-session':
        return refused(NO_SUCH_SESSION);
      case 'session-over':
        return refused(SESSION_OVER);
    }
  },
});
