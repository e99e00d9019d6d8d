import { lessonAddress } from '#features/learning/addresses.ts';
import { answerExercise as answerExerciseCommand } from '#features/learning/answer-exercise.ts';
import { QuestionForm } from '#features/learning/forms.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import type { QuestionAnswer } from '#features/learning/question-view.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const answerExercise = formAction<typeof QuestionForm, QuestionAnswer>({
  permission: 'module:follow',
  form: QuestionForm,
  async run(input, { runtime, act }) {
    const result = await answerExerciseCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'answered':
        return done(`${lessonAddress(input.code, result.lessonNumber)}#question-${input.block}`, result.answer);
      case 'nothing-chosen':
        return refused('Aucune réponse n’est choisie.', {
          [input.block]: 'Choisissez au moins une réponse, puis validez.',
        });
      default:
        return refused(notFollowingMessage(result.outcome));
    }
  },
});
