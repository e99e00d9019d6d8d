import { unitCodeOf } from '#features/people/unit-code-of.ts';
import { RecordMeetingForm } from '#features/training-sessions/forms.ts';
import { recordMeeting as recordMeetingCommand } from '#features/training-sessions/record-meeting.ts';
import { NOT_SAVED } from '#features/training-sessions/refusals.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const recordMeeting = formAction({
  permission: 'meeting:record',
  form: RecordMeetingForm,
  async run(input, { runtime, act }) {
    const result = await recordMeetingCommand(runtime.db, act, {
      ...input,
      unitCode: await unitCodeOf(runtime.db, input.unitCode),
    });
    switch (result.outcome) {
      case 'recorded':
      case 'already-recorded':
        return done('/rencontres?fait=rencontre');
      case 'no-such-house':
        return refused(NOT_SAVED, { houseId: 'Cette maison n’existe plus : choisissez-en une autre.' });
      case 'no-such-unit':
        return refused(NOT_SAVED, {
          unitCode: 'Aucune unité n’a ce code ou ce nom, ou plusieurs ont ce nom : écrivez son code.',
        });
      case 'not-held-yet':
        return refused(NOT_SAVED, { heldOn: 'Une rencontre s’enregistre une fois tenue : indiquez une date passée.' });
    }
  },
});
