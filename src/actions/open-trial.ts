import { TrialForm } from '#features/package-player/forms.ts';
import { openTrial as openTrialCommand } from '#features/package-player/open-trial.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const openTrial = formAction({
  permission: 'package:publish',
  form: TrialForm,
  async run({ paquet: deliveryId }, { runtime, act }) {
    const result = await openTrialCommand(runtime.db, act, { deliveryId });
    switch (result.outcome) {
      case 'opened':
        return done(`/atelier/paquets/${deliveryId}/essai?essai=${result.trialId}`);
      case 'no-such-delivery':
        return refused('Ce paquet n’est plus là : revenez à la liste des paquets.');
    }
  },
});
