import { removeReminderStep as removeStepCommand } from '#features/reminders/change-schedule.ts';
import { StepForm } from '#features/reminders/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const removeReminderStep = formAction({
  permission: 'reminder:schedule',
  form: StepForm,
  async run(step, { runtime, act }) {
    // One that is gone already is gone.
    await removeStepCommand(runtime.db, act, step);
    return done('/suivi/rappels?fait=etape#calendrier');
  },
});
