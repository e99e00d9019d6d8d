import { abandonImport } from './abandon-import.ts';
import { addAttendance } from './add-attendance.ts';
import { addReminderStep } from './add-reminder-step.ts';
import { answerExercise } from './answer-exercise.ts';
import { answerQuestion } from './answer-question.ts';
import { applyImport } from './apply-import.ts';
import { beginModule } from './begin-module.ts';
import { cancelTrainingSession } from './cancel-training-session.ts';
import { changeAbsenceEnd } from './change-absence-end.ts';
import { changeDesignations } from './change-designations.ts';
import { changeHouse } from './change-house.ts';
import { changePassword } from './change-password.ts';
import { changeProgramme } from './change-programme.ts';
import { changeReadingComfort } from './change-reading-comfort.ts';
import { changeTrainingSession } from './change-training-session.ts';
import { chooseDigest } from './choose-digest.ts';
import { chooseOption } from './choose-option.ts';
import { choosePath } from './choose-path.ts';
import { chooseReading } from './choose-reading.ts';
import { closeProgramme } from './close-programme.ts';
import { closeTrainingSession } from './close-training-session.ts';
import { confirmDecision } from './confirm-decision.ts';
import { correctPerson } from './correct-person.ts';
import { createHouse } from './create-house.ts';
import { createPerson } from './create-person.ts';
import { createProgramme } from './create-programme.ts';
import { createTrainingSession } from './create-training-session.ts';
import { delegateFollowUp } from './delegate-follow-up.ts';
import { deleteView } from './delete-view.ts';
import { designatePerson } from './designate-person.ts';
import { endAllSessions } from './end-all-sessions.ts';
import { endCredit } from './end-credit.ts';
import { endDelegation } from './end-delegation.ts';
import { endDesignation } from './end-designation.ts';
import { endExemption } from './end-exemption.ts';
import { endSession } from './end-session.ts';
import { enrolPeople } from './enrol-people.ts';
import { enrolUnit } from './enrol-unit.ts';
import { exemptPerson } from './exempt-person.ts';
import { finishAttempt } from './finish-attempt.ts';
import { keepPassage } from './keep-passage.ts';
import { markLessonRead } from './mark-lesson-read.ts';
import { movePerson } from './move-person.ts';
import { moveToLatestEdition } from './move-to-latest-edition.ts';
import { moveToLesson } from './move-to-lesson.ts';
import { openAttempt } from './open-attempt.ts';
import { openPackage } from './open-package.ts';
import { openTrial } from './open-trial.ts';
import { orderElements } from './order-elements.ts';
import { prepareExport } from './prepare-export.ts';
import { prepareList } from './prepare-list.ts';
import { prepareReminders } from './prepare-reminders.ts';
import { publishPackage } from './publish-package.ts';
import { readImport } from './read-import.ts';
import { readWaitingPackage } from './read-waiting-package.ts';
import { recordAbsence } from './record-absence.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordCredit } from './record-credit.ts';
import { recordDeparture } from './record-departure.ts';
import { recordInterview } from './record-interview.ts';
import { recordMeeting } from './record-meeting.ts';
import { refuseDecision } from './refuse-decision.ts';
import { releaseReminders } from './release-reminders.ts';
import { removeExport } from './remove-export.ts';
import { removeReminderStep } from './remove-reminder-step.ts';
import { reopenProgramme } from './reopen-programme.ts';
import { restartSituation } from './restart-situation.ts';
import { retryReminders } from './retry-reminders.ts';
import { saveView } from './save-view.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { sortElements } from './sort-elements.ts';
import { stopReminders } from './stop-reminders.ts';
import { undoImport } from './undo-import.ts';
import { withdrawAttendance } from './withdraw-attendance.ts';
import { withdrawDecision } from './withdraw-decision.ts';
import { withdrawEnrolment } from './withdraw-enrolment.ts';
import { withdrawMeeting } from './withdraw-meeting.ts';

export const server = {
  abandonImport,
  addAttendance,
  addReminderStep,
  answerExercise,
  answerQuestion,
  applyImport,
  beginModule,
  cancelTrainingSession,
  changeAbsenceEnd,
  changeDesignations,
  changeHouse,
  changePassword,
  changeProgramme,
  changeReadingComfort,
  changeTrainingSession,
  chooseDigest,
  chooseOption,
  choosePath,
  chooseReading,
  closeProgramme,
  closeTrainingSession,
  confirmDecision,
  correctPerson,
  createHouse,
  createPerson,
  createProgramme,
  createTrainingSession,
  delegateFollowUp,
  deleteView,
  designatePerson,
  endAllSessions,
  endCredit,
  endDelegation,
  endDesignation,
  endExemption,
  endSession,
  enrolPeople,
  enrolUnit,
  exemptPerson,
  finishAttempt,
  keepPassage,
  markLessonRead,
  movePerson,
  moveToLatestEdition,
  moveToLesson,
  openAttempt,
  openPackage,
  openTrial,
  orderElements,
  prepareExport,
  prepareList,
  prepareReminders,
  publishPackage,
  readImport,
  readWaitingPackage,
  recordAbsence,
  recordAttendance,
  recordCredit,
  recordDeparture,
  recordInterview,
  recordMeeting,
  refuseDecision,
  releaseReminders,
  removeExport,
  removeReminderStep,
  reopenProgramme,
  restartSituation,
  retryReminders,
  saveView,
  signIn,
  signOut,
  sortElements,
  stopReminders,
  undoImport,
  withdrawAttendance,
  withdrawDecision,
  withdrawEnrolment,
  withdrawMeeting,
};
