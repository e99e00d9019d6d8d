import { answerQuestion as answerQuestionCommand } from '#features/assessments/answer-question.ts';
import { endAddress, questionAddress, resultAddress } from '#features/assessments/attempt-addresses.ts';
import { AnswerQuestionForm } from '#features/assessments/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const answerQuestion = formAction({
  permission: 'module:follow',
  form: AnswerQuestionForm,
  async run(input, { runtime, act }) {
    const result = await answerQuestionCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'saved':
      case 'already-saved': {
        const isLast = result.position >= result.questionCount;
        return done(isLast ? endAddress(result.code) : questionAddress(result.code, result.position + 1));
      }
      case 'already-finished':
        return done(resultAddress(result.code));
      case 'not-found':
      case 'no-such-question':
      case 'not-an-answer':
        return refused(
          'Cette réponse n’est pas une de celles que propose cette question : rien n’a été enregistré. Choisissez de nouveau, puis enregistrez.',
        );
      case 'event-reused':
        return refused(
          'Cette page avait déjà envoyé une autre réponse : ce nouveau choix n’a pas été enregistré. Choisissez de nouveau, puis enregistrez.',
        );
    }
  },
});
