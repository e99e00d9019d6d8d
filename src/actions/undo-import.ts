import { beginUndoing } from '#features/imports/begin-import-work.ts';
import { ImportForm } from '#features/imports/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const undoImport = formAction({
  permission: 'people:import',
  form: ImportForm,
  async run({ import: batchId }, { runtime, act }) {
    await beginUndoing(runtime, batchId, act);
    return done(`/administration/imports/${batchId}`);
  },
});
