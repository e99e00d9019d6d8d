import { abandonImport } from './abandon-import.ts';
import { addAttendance } from './add-attendance.ts';
import { answerExercise } from './answer-exercise.ts';
import { answerQuestion } from './answer-question.ts';
import { applyImport } from './apply-import.ts';
import { beginModule } from './begin-module.ts';
import { cancelTrainingSession } from './cancel-training-session.ts';
import { changeHouse } from './change-house.ts';
import { changePassword } from './change-password.ts';
import { changeReadingComfort } from './change-reading-comfort.ts';
import { changeTrainingSession } from './change-training-session.ts';
import { chooseOption } from './choose-option.ts';
import { choosePath } from './choose-path.ts';
import { chooseReading } from './choose-reading.ts';
import { closeTrainingSession } from './close-training-session.ts';
import { createHouse } from './create-house.ts';
import { createTrainingSession } from './create-training-session.ts';
import { deleteView } from './delete-view.ts';
import { endAllSessions } from './end-all-sessions.ts';
import { endSession } from './end-session.ts';
import { enrolPeople } from './enrol-people.ts';
import { enrolUnit } from './enrol-unit.ts';
import { finishAttempt } from './finish-attempt.ts';
import { keepPassage } from './keep-passage.ts';
import { markLessonRead } from './mark-lesson-read.ts';
import { moveToLatestEdition } from './move-to-latest-edition.ts';
import { moveToLesson } from './move-to-lesson.ts';
import { openAttempt } from './open-attempt.ts';
import { orderElements } from './order-elements.ts';
import { readImport } from './read-import.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordInterview } from './record-interview.ts';
import { recordMeeting } from './record-meeting.ts';
import { restartSituation } from './restart-situation.ts';
import { saveView } from './save-view.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { sortElements } from './sort-elements.ts';
import { undoImport } from './undo-import.ts';
import { withdrawAttendance } from './withdraw-attendance.ts';
import { withdrawEnrolment } from './withdraw-enrolment.ts';
import { withdrawMeeting } from './withdraw-meeting.ts';

export const server = {
  abandonImport,
  addAttendance,
  answerExercise,
  answerQuestion,
  applyImport,
  beginModule,
  cancelTrainingSession,
  changeHouse,
  changePassword,
  changeReadingComfort,
  changeTrainingSession,
  chooseOption,
  choosePath,
  chooseReading,
  closeTrainingSession,
  createHouse,
  createTrainingSession,
  deleteView,
  endAllSessions,
  endSession,
  enrolPeople,
  enrolUnit,
  finishAttempt,
  keepPassage,
  markLessonRead,
  moveToLatestEdition,
  moveToLesson,
  openAttempt,
  orderElements,
  readImport,
  recordAttendance,
  recordInterview,
  recordMeeting,
  restartSituation,
  saveView,
  signIn,
  signOut,
  sortElements,
  undoImport,
  withdrawAttendance,
  withdrawEnrolment,
  withdrawMeeting,
};
