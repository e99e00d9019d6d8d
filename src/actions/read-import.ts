import { beginReading } from '#features/imports/begin-import-work.ts';
import { ReadImportForm } from '#features/imports/forms.ts';
import { changeSettings } from '#features/imports/store-import.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const readImport = formAction({
  permission: 'people:import',
  form: ReadImportForm,
  async run({ import: batchId, genre, colonne, parcours, statut }, { runtime, act }) {
    const settings = { kind: genre, columns: colonne, programme: parcours, defaultStatus: statut };
    if (!(await changeSettings(runtime.db, batchId, settings)))
      return refused('Cet import n’attend plus : rien n’a changé.');
    await beginReading(runtime, batchId, act);
    return done(`/administration/imports/${batchId}`);
  },
});
