import { lessonAddress, moduleAddress } from '#features/learning/addresses.ts';
import { ModuleForm } from '#features/learning/forms.ts';
import { moveToLatestEdition as moveToLatestEditionCommand } from '#features/learning/move-to-latest-edition.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const moveToLatestEdition = formAction({
  permission: 'module:follow',
  form: ModuleForm,
  async run({ code }, { runtime, act }) {
    const result = await moveToLatestEditionCommand(runtime.db, act, { code });
    switch (result.outcome) {
      case 'moved':
        return done(lessonAddress(code, 1));
      case 'already-latest':
        return done(moduleAddress(code));
      default:
        return refused(notFollowingMessage(result.outcome));
    }
  },
});
