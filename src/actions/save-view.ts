import { saveView as saveViewCommand, viewAddress } from '#features/follow-up/saved-views.ts';
import { ViewForm } from '#features/follow-up/view-forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const saveView = formAction({
  permission: 'follow-up:read',
  form: ViewForm,
  async run(input, { runtime, act, actor }) {
    const result = await saveViewCommand(runtime.db, { ...act, by: actor.personId }, input);
    switch (result.outcome) {
      case 'saved':
        return done(viewAddress(input.address) ?? '/suivi');
      case 'no-view':
        return refused('Cette vue ne peut pas être gardée : ouvrez une page du suivi, puis recommencez.');
      case 'too-many':
        return refused('Vous gardez déjà 50 vues : supprimez-en une, puis recommencez.');
    }
  },
});
