import { ImportForm } from '#features/imports/forms.ts';
import { abandonImport as abandonImportCommand } from '#features/imports/store-import.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const abandonImport = formAction({
  permission: 'people:import',
  form: ImportForm,
  async run({ import: batchId }, { runtime }) {
    await abandonImportCommand(runtime.db, runtime.config.dataFolder, batchId);
    return done('/administration/imports');
  },
});
