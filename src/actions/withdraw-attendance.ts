import { WithdrawAttendanceForm } from '#features/training-sessions/forms.ts';
import { withdrawAttendance as withdrawAttendanceCommand } from '#features/training-sessions/withdraw-attendance.ts';
import { NO_SUCH_SESSION, SESSION_OVER } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const withdrawAttendance = formAction({
  permission: 'training-session:run',
  form: WithdrawAttendanceForm,
  async run(input, { runtime, act }) {
    const result = await withdrawAttendanceCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'withdrawn':
        return done(`/seances/${input.sessionId}?fait=correction&nombre=${result.withdrawn - result.replaced}`);
      case 'already-withdrawn':
        return done(`/seances/${input.sessionId}?fait=deja-corrigee`);
      case 'not-closed':
        return refused('La séance n’est pas clôturée : décochez la présence dans la liste.');
      case 'no-such-session':
        return refused(NO_SUCH_SESSION);
      case 'session-over':
        return refused(SESSION_OVER);
    }
  },
});
