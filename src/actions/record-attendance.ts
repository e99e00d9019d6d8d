import { RecordAttendanceForm } from '#features/training-sessions/forms.ts';
import { recordAttendance as recordAttendanceCommand } from '#features/training-sessions/record-attendance.ts';
import { NO_SUCH_SESSION, NOT_HELD_YET, SESSION_OVER } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const recordAttendance = formAction({
  permission: 'training-session:run',
  form: RecordAttendanceForm,
  async run(input, { runtime, act }) {
    const result = await recordAttendanceCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'recorded':
        return done(`/seances/${input.sessionId}?fait=presences#presences`);
      case 'not-on-the-list':
        return refused('La liste a changé entre-temps : rien n’a été noté. Rechargez la page, puis cochez de nouveau.');
      case 'not-held-yet':
        return refused(NOT_HELD_YET);
      case 'no-such-session':
        return refused(NO_SUCH_SESSION);
      case 'session-over':
        return refused(SESSION_OVER);
    }
  },
});
