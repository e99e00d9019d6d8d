import { lessonAddress } from '#features/learning/addresses.ts';
import { chooseOption as chooseOptionCommand } from '#features/learning/choose-option.ts';
import { OptionForm } from '#features/learning/forms.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import type { SituationView } from '#features/learning/situation-view.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const chooseOption = formAction<typeof OptionForm, SituationView>({
  permission: 'module:follow',
  form: OptionForm,
  async run(input, { runtime, act }) {
    const result = await chooseOptionCommand(runtime.db, act, input);
    if (result.outcome !== 'chosen' && result.outcome !== 'already-chosen')
      return refused(notFollowingMessage(result.outcome));
    return done(`${lessonAddress(input.code, result.lessonNumber)}#situation-${input.block}`, result.view);
  },
});
