import { questionAddress, resultAddress } from '#features/assessments/attempt-addresses.ts';
import { OpenAttemptForm } from '#features/assessments/forms.ts';
import { openAttempt as openAttemptCommand } from '#features/assessments/open-attempt.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const openAttempt = formAction({
  permission: 'module:follow',
  form: OpenAttemptForm,
  async run(input, { runtime, act }) {
    const result = await openAttemptCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'opened':
      case 'already-open':
        return done(questionAddress(input.code, 1));
      case 'already-finished':
        return done(resultAddress(input.code));
      case 'no-such-module':
      case 'not-found':
        return refused('Cette évaluation n’existe plus : revenez à la page du module, puis recommencez.');
    }
  },
});
