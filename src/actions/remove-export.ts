import { ExportForm } from '#features/exports/forms.ts';
import { removeExport as removeExportCommand } from '#features/exports/remove-export.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const removeExport = formAction({
  permission: 'follow-up:export',
  form: ExportForm,
  async run({ export: jobId }, { runtime, actor }) {
    const { dataFolder } = runtime.config;
    await removeExportCommand(runtime.db, actor.personId, { jobId, dataFolder });
    return done('/suivi/exports');
  },
});
