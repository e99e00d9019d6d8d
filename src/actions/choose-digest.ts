import { chooseDigest as chooseDigestCommand } from '#features/reminders/choose-digest.ts';
import { DigestForm } from '#features/reminders/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const chooseDigest = formAction({
  permission: 'reminder:send',
  form: DigestForm,
  async run({ wanted }, { runtime, act, actor }) {
    await chooseDigestCommand(runtime.db, { ...act, by: actor.personId }, { isWanted: wanted });
    return done('/suivi/rappels?fait=point#point');
  },
});
