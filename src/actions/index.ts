import { answerExercise } from './answer-exercise.ts';
import { answerQuestion } from './answer-question.ts';
import { beginModule } from './begin-module.ts';
import { changePassword } from './change-password.ts';
import { changeReadingComfort } from './change-reading-comfort.ts';
import { chooseOption } from './choose-option.ts';
import { choosePath } from './choose-path.ts';
import { chooseReading } from './choose-reading.ts';
import { endAllSessions } from './end-all-sessions.ts';
import { endSession } from './end-session.ts';
import { finishAttempt } from './finish-attempt.ts';
import { keepPassage } from './keep-passage.ts';
import { markLessonRead } from './mark-lesson-read.ts';
import { moveToLatestEdition } from './move-to-latest-edition.ts';
import { moveToLesson } from './move-to-lesson.ts';
import { openAttempt } from './open-attempt.ts';
import { orderElements } from './order-elements.ts';
import { recordInterview } from './record-interview.ts';
import { restartSituation } from './restart-situation.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { sortElements } from './sort-elements.ts';

export const server = {
  answerExercise,
  answerQuestion,
  beginModule,
  changePassword,
  changeReadingComfort,
  chooseOption,
  choosePath,
  chooseReading,
  endAllSessions,
  endSession,
  finishAttempt,
  keepPassage,
  markLessonRead,
  moveToLatestEdition,
  moveToLesson,
  openAttempt,
  orderElements,
  recordInterview,
  restartSituation,
  signIn,
  signOut,
  sortElements,
};
