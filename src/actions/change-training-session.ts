import { civilDateOf } from '#domain/time/civil-date.ts';
import { TrainingSessionForm } from '#features/training-sessions/forms.ts';
import { changeTrainingSession as changeTrainingSessionCommand } from '#features/training-sessions/change-training-session.ts';
import { dayRefused, NO_SUCH_SESSION, NOT_SAVED, SESSION_OVER } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const changeTrainingSession = formAction({
  permission: 'training-session:run',
  form: TrainingSessionForm,
  async run(input, { runtime, act }) {
    const result = await changeTrainingSessionCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'changed':
      case 'unchanged':
        return done(`/seances/${input.sessionId}?fait=modification`);
      case 'day-too-far':
      case 'day-too-old':
        return refused(NOT_SAVED, { heldOn: dayRefused(result.outcome, civilDateOf(act.at)) });
      case 'no-such-module':
        return refused(NOT_SAVED, { moduleCode: 'Ce module n’est pas publié : choisissez-en un autre.' });
      case 'no-such-house':
        return refused(NOT_SAVED, { houseId: 'Cette maison n’existe plus : choisissez-en une autre.' });
      case 'no-such-trainer':
        return refused(NOT_SAVED, { trainerId: 'Cette personne n’est plus connue ici : écrivez un nom.' });
      case 'no-such-session':
        return refused(NO_SUCH_SESSION);
      case 'session-over':
        return refused(SESSION_OVER);
      case 'seats-taken':
        return refused(NOT_SAVED, {
          seats: `${result.enrolled} personnes sont inscrites : indiquez au moins ce nombre, ou retirez d’abord des inscriptions.`,
        });
      case 'attended-already':
        return refused(NOT_SAVED, {
          heldOn: 'Des présences sont notées : la séance ne peut plus être à venir. Retirez-les d’abord.',
        });
    }
  },
});
