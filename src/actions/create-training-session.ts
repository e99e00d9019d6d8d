import { civilDateOf } from '#domain/time/civil-date.ts';
import { TrainingSessionForm } from '#features/training-sessions/forms.ts';
import { createTrainingSession as createTrainingSessionCommand } from '#features/training-sessions/create-training-session.ts';
import { dayRefused, NOT_SAVED } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const createTrainingSession = formAction({
  permission: 'training-session:run',
  form: TrainingSessionForm,
  async run(input, { runtime, act }) {
    const result = await createTrainingSessionCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'created':
      case 'already-created':
        return done(`/seances/${input.sessionId}?fait=creation`);
      case 'day-too-far':
      case 'day-too-old':
        return refused(NOT_SAVED, { heldOn: dayRefused(result.outcome, civilDateOf(act.at)) });
      case 'no-such-module':
        return refused(NOT_SAVED, { moduleCode: 'Ce module n’est pas publié : choisissez-en un autre.' });
      case 'no-such-house':
        return refused(NOT_SAVED, { houseId: 'Cette maison n’existe plus : choisissez-en une autre.' });
      case 'no-such-trainer':
        return refused(NOT_SAVED, { trainerId: 'Cette personne n’est plus connue ici : écrivez un nom.' });
    }
  },
});
