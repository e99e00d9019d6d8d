import { unitCodeOf } from '#features/people/unit-code-of.ts';
import { EnrolUnitForm } from '#features/training-sessions/forms.ts';
import { enrolUnit as enrolUnitCommand } from '#features/training-sessions/enrol-unit.ts';
import { NO_SUCH_SESSION, seatsLacking, SESSION_OVER } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const enrolUnit = formAction({
  permission: 'training-session:run',
  form: EnrolUnitForm,
  async run(input, { runtime, act }) {
    const result = await enrolUnitCommand(runtime.db, act, {
      ...input,
      unitCode: await unitCodeOf(runtime.db, input.unitCode),
    });
    switch (result.outcome) {
      case 'enrolled':
        return done(`/seances/${input.sessionId}?fait=inscription&nombre=${result.added}#inscriptions`);
      case 'no-such-unit':
        return refused('Cette unité n’est pas connue : personne n’a été inscrit.', {
          unitCode: 'Aucune unité n’a ce code ou ce nom, ou plusieurs ont ce nom : écrivez son code.',
        });
      case 'seats-lacking':
        return refused(seatsLacking(result.left));
      case 'no-such-session':
        return refused(NO_SUCH_SESSION);
      case 'session-over':
        return refused(SESSION_OVER);
    }
  },
});
