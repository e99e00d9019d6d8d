import { beginExports } from '#features/exports/begin-exports.ts';
import { MOST_KEPT } from '#features/exports/export-job.ts';
import { PrepareListForm } from '#features/exports/forms.ts';
import { prepareList as prepareListCommand } from '#features/exports/prepare-list.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const prepareList = formAction({
  permission: 'follow-up:export',
  form: PrepareListForm,
  async run({ export: jobId, liste: list, format, ...parameters }, { runtime, act, actor }) {
    const { outcome } = await prepareListCommand(runtime.db, act, actor, { jobId, list, format, parameters });
    switch (outcome) {
      case 'prepared':
        await beginExports(runtime);
        return done('/suivi/exports');
      case 'already-asked':
        return done('/suivi/exports');
      case 'no-such-list':
        return refused('Ce fichier ne peut pas être préparé : rechargez la page de la liste, puis recommencez.');
      case 'too-many':
        return refused(
          `Vous gardez déjà ${MOST_KEPT} fichiers : retirez-en dans « Mes fichiers préparés », puis recommencez.`,
        );
    }
  },
});
