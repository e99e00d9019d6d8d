import { lessonAddress } from '#features/learning/addresses.ts';
import { PassageForm } from '#features/learning/forms.ts';
import { keepPassage as keepPassageCommand } from '#features/learning/keep-passage.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const keepPassage = formAction({
  permission: 'module:follow',
  form: PassageForm,
  async run(input, { runtime, act }) {
    const result = await keepPassageCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'kept':
        return done(`${lessonAddress(input.code, result.number)}#${encodeURIComponent(input.anchor)}`);
      case 'elsewhere':
        return refused('Votre place est dans une autre leçon : elle n’a pas changé.');
      default:
        return refused(notFollowingMessage(result.outcome));
    }
  },
});
