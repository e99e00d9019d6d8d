import { otherPathAddress } from '#features/learning/addresses.ts';
import { choosePath as choosePathCommand } from '#features/learning/choose-path.ts';
import { PathForm } from '#features/learning/forms.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const choosePath = formAction({
  permission: 'module:follow',
  form: PathForm,
  async run(input, { runtime, act }) {
    const result = await choosePathCommand(runtime.db, act, input);
    if (result.outcome !== 'chosen') return refused(notFollowingMessage(result.outcome));
    return done(`${otherPathAddress(input.code)}?fait=choix`);
  },
});
