import { addReminderStep as addStepCommand, MOST_STEPS } from '#features/reminders/change-schedule.ts';
import { StepForm } from '#features/reminders/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const addReminderStep = formAction({
  permission: 'reminder:schedule',
  form: StepForm,
  async run(step, { runtime, act }) {
    const result = await addStepCommand(runtime.db, act, step);
    switch (result.outcome) {
      case 'added':
      case 'already-there':
        return done('/suivi/rappels?fait=etape#calendrier');
      case 'too-many':
        return refused(`Un parcours a ${MOST_STEPS} étapes au plus : retirez-en une.`);
      case 'no-such-programme':
        return refused('Ce parcours n’existe plus : rechargez la page.');
    }
  },
});
