import { beginApplying } from '#features/imports/begin-import-work.ts';
import { ApplyImportForm } from '#features/imports/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const applyImport = formAction({
  permission: 'people:import',
  form: ApplyImportForm,
  async run({ import: batchId, refusees, partis, parti }, { runtime, act }) {
    const left = partis === 'some' ? parti : partis;
    await beginApplying(runtime, { batchId, act, skipRefused: refusees, left });
    return done(`/administration/imports/${batchId}`);
  },
});
