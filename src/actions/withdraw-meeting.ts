import { WithdrawMeetingForm } from '#features/training-sessions/forms.ts';
import { withdrawMeeting as withdrawMeetingCommand } from '#features/training-sessions/withdraw-meeting.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const withdrawMeeting = formAction({
  permission: 'meeting:record',
  form: WithdrawMeetingForm,
  async run(input, { runtime, act }) {
    const result = await withdrawMeetingCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'withdrawn':
      case 'already-withdrawn':
        return done('/rencontres?fait=retrait');
    }
  },
});
