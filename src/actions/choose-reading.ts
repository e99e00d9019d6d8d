import { chooseReading as chooseReadingCommand } from '#features/learning/choose-reading.ts';
import { lessonAddress } from '#features/learning/addresses.ts';
import { ReadingForm } from '#features/learning/forms.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const chooseReading = formAction({
  permission: 'module:follow',
  form: ReadingForm,
  async run(input, { runtime, act }) {
    const result = await chooseReadingCommand(runtime.db, act, input);
    if (result.outcome !== 'chosen') return refused(notFollowingMessage(result.outcome));
    return done(lessonAddress(input.code, result.number));
  },
});
