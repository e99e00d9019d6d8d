import { resultAddress } from '#features/assessments/attempt-addresses.ts';
import { finishAttempt as finishAttemptCommand } from '#features/assessments/finish-attempt.ts';
import { FinishAttemptForm } from '#features/assessments/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const finishAttempt = formAction({
  permission: 'module:follow',
  form: FinishAttemptForm,
  async run(input, { runtime, act }) {
    const result = await finishAttemptCommand(runtime.db, act, input);
    if (result.outcome === 'not-found')
      return refused('Cette évaluation n’est plus ouverte : revenez à la page du module, puis recommencez.');
    return done(resultAddress(result.code));
  },
});
