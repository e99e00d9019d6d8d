import { AnswerQuestionForm } from '#features/assessments/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

/** The same form as an answer's, checked and answered alike, and nothing written. */
export const writeNothing = formAction({
  permission: 'module:follow',
  form: AnswerQuestionForm,
  run: async () => done('/plancher'),
});
