import { AddAttendanceForm } from '#features/training-sessions/forms.ts';
import { addAttendance as addAttendanceCommand } from '#features/training-sessions/add-attendance.ts';
import { NO_SUCH_SESSION, NOT_HELD_YET, SESSION_OVER, unknownNumbers } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const addAttendance = formAction({
  permission: 'training-session:run',
  form: AddAttendanceForm,
  async run(input, { runtime, act }) {
    const result = await addAttendanceCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'added':
        return done(`/seances/${input.sessionId}?fait=ajout&nombre=${result.added}#presences`);
      case 'reason-missing':
        return refused('La séance est clôturée : une présence tardive demande sa raison.', {
          reason: 'Indiquez pourquoi cette présence est ajoutée après la clôture.',
        });
      case 'not-held-yet':
        return refused(NOT_HELD_YET);
      case 'unknown-numbers':
        return refused(unknownNumbers(result.numbers), { numbers: unknownNumbers(result.numbers) });
      case 'no-such-session':
        return refused(NO_SUCH_SESSION);
      case 'session-over':
        return refused(SESSION_OVER);
    }
  },
});
