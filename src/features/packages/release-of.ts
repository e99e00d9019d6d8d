import type { PublishPackageForm } from './forms.ts';
import type { PackageRelease } from './publish-package.ts';

/** What a trainer's form asks to publish. */
export function releaseOf(form: PublishPackageForm): PackageRelease {
  const isFirst = form.cible === 'nouveau';
  return {
    deliveryId: form.paquet,
    description: {
      code: isFirst ? form.code : form.cible,
      title: form.titre,
      summary: form.resume,
      minutes: form.duree,
      themes: form.themes,
      audiences: form.publics,
      objectives: form.objectifs,
      notice: { topics: form.sujets, intensity: form.intensite, media: form.medias, detail: null },
    },
    rule: form.regle,
    mayOpenWindows: form.fenetres,
    kind: isFirst ? 'first' : form.genre,
    redo: form.refaire,
    ...(form.note === '' ? {} : { note: form.note }),
  };
}
