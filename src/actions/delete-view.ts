import { deleteView as deleteViewCommand, viewAddress } from '#features/follow-up/saved-views.ts';
import { ViewDeletionForm } from '#features/follow-up/view-forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const deleteView = formAction({
  permission: 'follow-up:read',
  form: ViewDeletionForm,
  async run({ viewId, address }, { runtime, actor }) {
    await deleteViewCommand(runtime.db, actor.personId, viewId);
    return done(viewAddress(address) ?? '/suivi');
  },
});
