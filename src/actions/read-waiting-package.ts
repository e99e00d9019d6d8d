import { WaitingArchiveForm } from '#features/packages/forms.ts';
import { beginReading } from '#features/packages/readings.ts';
import { findWaitingArchive } from '#features/packages/waiting-archives.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const readWaitingPackage = formAction({
  permission: 'package:publish',
  form: WaitingArchiveForm,
  async run({ archive }, { runtime, act }) {
    const zipPath = await findWaitingArchive(archive);
    if (zipPath === null) return refused('Cette archive n’est plus dans le dossier modules/ : rien n’a été lu.');
    const readingId = await beginReading(runtime, { ...act, zipPath, fileName: archive, removeAfter: false });
    return done(`/atelier/paquets/lectures/${readingId}`);
  },
});
