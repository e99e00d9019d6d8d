import { lessonAddress } from '#features/learning/addresses.ts';
import { LessonForm } from '#features/learning/forms.ts';
import { markLessonRead as markLessonReadCommand } from '#features/learning/mark-lesson-read.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const markLessonRead = formAction({
  permission: 'module:follow',
  form: LessonForm,
  async run(input, { runtime, act }) {
    const result = await markLessonReadCommand(runtime.db, act, input);
    if (result.outcome !== 'read') return refused(notFollowingMessage(result.outcome));
    return done(`${lessonAddress(input.code, result.number)}#suite`);
  },
});
