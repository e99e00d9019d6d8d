import { beginExports } from '#features/exports/begin-exports.ts';
import { MOST_KEPT } from '#features/exports/export-job.ts';
import { PrepareExportForm } from '#features/exports/forms.ts';
import { prepareExport as prepareExportCommand } from '#features/exports/prepare-export.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const prepareExport = formAction({
  permission: 'follow-up:export',
  form: PrepareExportForm,
  async run({ export: jobId, unite: code, format, ...query }, { runtime, act, actor }) {
    const { outcome } = await prepareExportCommand(runtime.db, act, actor, { jobId, code, format, query });
    switch (outcome) {
      case 'prepared':
        await beginExports(runtime);
        return done('/suivi/exports');
      case 'already-asked':
        return done('/suivi/exports');
      case 'no-such-unit':
        return refused('Ce fichier ne peut pas être préparé : rechargez la page de l’unité, puis recommencez.');
      case 'too-many':
        return refused(
          `Vous gardez déjà ${MOST_KEPT} fichiers : retirez-en dans « Mes fichiers préparés », puis recommencez.`,
        );
    }
  },
});
