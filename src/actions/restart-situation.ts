import { lessonAddress } from '#features/learning/addresses.ts';
import { restartSituation as restartSituationCommand } from '#features/learning/restart-situation.ts';
import { CaseForm } from '#features/learning/forms.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import type { SituationView } from '#features/learning/situation-view.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const restartSituation = formAction<typeof CaseForm, SituationView>({
  permission: 'module:follow',
  form: CaseForm,
  async run(input, { runtime, act }) {
    const result = await restartSituationCommand(runtime.db, act, input);
    if (result.outcome !== 'restarted' && result.outcome !== 'at-start')
      return refused(notFollowingMessage(result.outcome));
    return done(`${lessonAddress(input.code, result.lessonNumber)}#situation-${input.block}`, result.view);
  },
});
