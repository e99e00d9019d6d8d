import { InterviewForm } from '#features/learning/forms.ts';
import { recordInterview as recordInterviewCommand } from '#features/learning/record-interview.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const recordInterview = formAction({
  permission: 'interview:hold',
  form: InterviewForm,
  async run(input, { runtime, act }) {
    const result = await recordInterviewCommand(runtime.db, act, input);
    if (result.outcome === 'no-such-request')
      return refused('Cette demande n’existe plus : la personne est revenue au parcours ordinaire.');
    if (result.outcome === 'own-request')
      return refused('Un formateur ne peut pas déclarer son propre entretien : demandez-le à un autre formateur.');
    return done('/atelier/demandes?fait=entretien');
  },
});
