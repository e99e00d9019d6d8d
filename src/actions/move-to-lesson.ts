import { lessonAddress } from '#features/learning/addresses.ts';
import { LessonForm } from '#features/learning/forms.ts';
import { moveToLesson as moveToLessonCommand } from '#features/learning/move-to-lesson.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const moveToLesson = formAction({
  permission: 'module:follow',
  form: LessonForm,
  async run(input, { runtime, act }) {
    const result = await moveToLessonCommand(runtime.db, act, input);
    if (result.outcome !== 'moved' && result.outcome !== 'already-there')
      return refused(notFollowingMessage(result.outcome));
    return done(lessonAddress(input.code, result.number));
  },
});
