import { EnrolPeopleForm } from '#features/training-sessions/forms.ts';
import { enrolPeople as enrolPeopleCommand } from '#features/training-sessions/enrol-people.ts';
import { NO_SUCH_SESSION, seatsLacking, SESSION_OVER, unknownNumbers } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const enrolPeople = formAction({
  permission: 'training-session:run',
  form: EnrolPeopleForm,
  async run(input, { runtime, act }) {
    const result = await enrolPeopleCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'enrolled':
        return done(`/seances/${input.sessionId}?fait=inscription&nombre=${result.added}#inscriptions`);
      case 'unknown-numbers':
        return refused(unknownNumbers(result.numbers), { numbers: unknownNumbers(result.numbers) });
      case 'seats-lacking':
        return refused(seatsLacking(result.left));
      case 'no-such-session':
        return refused(NO_SUCH_SESSION);
      case 'session-over':
        return refused(SESSION_OVER);
    }
  },
});
