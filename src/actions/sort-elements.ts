import { lessonAddress } from '#features/learning/addresses.ts';
import { PlacesForm } from '#features/learning/forms.ts';
import { notFollowingMessage, PLACE_EACH_ELEMENT } from '#features/learning/not-following-message.ts';
import type { PlacedAnswer } from '#features/learning/placed-answer.ts';
import { sortElements as sortElementsCommand } from '#features/learning/sort-elements.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const sortElements = formAction<typeof PlacesForm, PlacedAnswer>({
  permission: 'module:follow',
  form: PlacesForm,
  async run(input, { runtime, act }) {
    const result = await sortElementsCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'answered':
        return done(`${lessonAddress(input.code, result.lessonNumber)}#classer-${input.block}`, result.answer);
      case 'incomplete':
        return refused(PLACE_EACH_ELEMENT, { [input.block]: PLACE_EACH_ELEMENT });
      default:
        return refused(notFollowingMessage(result.outcome));
    }
  },
});
