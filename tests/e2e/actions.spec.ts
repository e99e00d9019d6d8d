import { request, type APIResponse } from '@playwright/test';
import { amina, bruno, chloe, driss } from '#db/seeds/cast.ts';
import { PERMISSIONS, type Permission } from '#domain/identity/permissions.ts';
import { ROLES, type Role } from '#domain/identity/roles.ts';
import { dataVersion } from '#tests/support/e2e/data-version.ts';
import { enumerateActions } from '#tests/support/e2e/enumerate-actions.ts';
import type { Site } from '#tests/support/e2e/own-site.ts';
import { openSignInSession } from '#tests/support/e2e/people.ts';
import { expect, test } from '#tests/support/e2e/test.ts';

/** What each action requires; null for the one that needs no session. */
const REQUIRED: Record<string, Permission | null> = {
  abandonImport: 'people:import',
  addAttendance: 'training-session:run',
  addReminderStep: 'reminder:schedule',
  answerExercise: 'module:follow',
  answerQuestion: 'module:follow',
  applyImport: 'people:import',
  beginModule: 'module:follow',
  cancelTrainingSession: 'training-session:run',
  changeAbsenceEnd: 'obligation:propose',
  changeDesignations: 'programme:edit',
  changeHouse: 'house:edit',
  changePassword: 'account:own',
  changeProgramme: 'programme:edit',
  changeReadingComfort: 'account:own',
  changeTrainingSession: 'training-session:run',
  chooseDigest: 'reminder:send',
  chooseOption: 'module:follow',
  choosePath: 'module:follow',
  chooseReading: 'module:follow',
  closeProgramme: 'programme:edit',
  closeTrainingSession: 'training-session:run',
  confirmDecision: 'obligation:decide',
  correctPerson: 'people:edit',
  createHouse: 'house:edit',
  createPerson: 'people:edit',
  createProgramme: 'programme:edit',
  createTrainingSession: 'training-session:run',
  delegateFollowUp: 'follow-up:delegate',
  deleteView: 'follow-up:read',
  designatePerson: 'obligation:decide',
  endAllSessions: 'account:own',
  endCredit: 'obligation:decide',
  endDelegation: 'follow-up:delegate',
  endDesignation: 'obligation:decide',
  endExemption: 'obligation:decide',
  endSession: 'account:own',
  enrolPeople: 'training-session:run',
  enrolUnit: 'training-session:run',
  exemptPerson: 'obligation:propose',
  finishAttempt: 'module:follow',
  keepPassage: 'module:follow',
  markLessonRead: 'module:follow',
  movePerson: 'people:edit',
  moveToLatestEdition: 'module:follow',
  moveToLesson: 'module:follow',
  openAttempt: 'module:follow',
  openPackage: 'module:follow',
  openTrial: 'package:publish',
  orderElements: 'module:follow',
  prepareExport: 'follow-up:export',
  prepareList: 'follow-up:export',
  prepareReminders: 'reminder:send',
  publishPackage: 'package:publish',
  readImport: 'people:import',
  readWaitingPackage: 'package:publish',
  recordAbsence: 'obligation:propose',
  recordAttendance: 'training-session:run',
  recordCredit: 'obligation:propose',
  recordDeparture: 'people:edit',
  recordInterview: 'interview:hold',
  recordMeeting: 'meeting:record',
  refuseDecision: 'obligation:decide',
  releaseReminders: 'reminder:send',
  removeExport: 'follow-up:export',
  removeReminderStep: 'reminder:schedule',
  reopenProgramme: 'programme:edit',
  restartSituation: 'module:follow',
  retryReminders: 'reminder:send',
  saveView: 'follow-up:read',
  signIn: null,
  signOut: 'account:own',
  sortElements: 'module:follow',
  stopReminders: 'reminder:send',
  undoImport: 'people:import',
  withdrawAttendance: 'training-session:run',
  withdrawDecision: 'obligation:propose',
  withdrawEnrolment: 'training-session:run',
  withdrawMeeting: 'meeting:record',
};

const HOLDERS: Record<Role, { personId: string }> = {
  learner: amina,
  trainer: bruno,
  manager: chloe,
  administrator: driss,
};

test('every registered action has its row in this file', () => {
  expect(Object.keys(REQUIRED).sort()).toEqual(enumerateActions().sort());
});

test('no action answers somebody signed out or without its permission, whatever page it is posted on', async ({
  startSite,
}) => {
  const site = await startSite();
  const cookies = await signInHolders(site);
  const before = await dataVersion(site.db);
  for (const [action, permission] of Object.entries(REQUIRED)) {
    if (permission === null) continue;
    for (const address of [`/aide?_action=${action}`, `/connexion?_action=${action}`]) {
      const response = await post(site, address, {});
      expect(response.status(), `${action} signed out`).toBe(303);
      expect(response.headers().location).toMatch(/^\/connexion\?suite=/);
    }
    expect((await post(site, `/_actions/${action}`, {})).status(), `${action} signed out`).toBe(401);
    for (const role of ROLES.filter((candidate) => !(PERMISSIONS[permission] as readonly Role[]).includes(candidate)))
      for (const address of [`/connexion?_action=${action}`, `/_actions/${action}`])
        expect((await post(site, address, { cookie: cookies[role] })).status(), `${action} as ${role}`).toBe(404);
  }
  expect(await dataVersion(site.db)).toBe(before);
});

test('no action answers a form that another site sends', async ({ startSite }) => {
  const site = await startSite();
  const cookies = await signInHolders(site);
  const before = await dataVersion(site.db);
  for (const action of enumerateActions())
    for (const headers of [{ origin: 'https://ailleurs.example' }, { origin: 'null' }, { origin: '' }])
      for (const address of [`/connexion?_action=${action}`, `/_actions/${action}`])
        expect((await post(site, address, { cookie: cookies.administrator, ...headers })).status(), action).toBe(403);
  expect(await dataVersion(site.db)).toBe(before);
});

async function signInHolders({ db }: Site): Promise<Record<Role, string>> {
  const cookies = {} as Record<Role, string>;
  for (const role of ROLES) cookies[role] = `reperes=${await openSignInSession(db, HOLDERS[role].personId)}`;
  return cookies;
}

async function post({ origin }: Site, address: string, headers: Record<string, string>): Promise<APIResponse> {
  const client = await request.newContext({ baseURL: origin, extraHTTPHeaders: { origin, ...headers } });
  const response = await client.post(address, { form: {}, maxRedirects: 0 });
  await response.body();
  await client.dispose();
  return response;
}
