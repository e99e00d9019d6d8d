import { PublishPackageForm } from '#features/packages/forms.ts';
import { publishPackage as publishPackageCommand } from '#features/packages/publish-package.ts';
import { releaseOf } from '#features/packages/release-of.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const publishPackage = formAction({
  permission: 'package:publish',
  form: PublishPackageForm,
  async run(form, { runtime, act }) {
    const result = await publishPackageCommand(runtime.db, act, releaseOf(form));
    switch (result.outcome) {
      case 'published':
        return done(`/atelier/paquets/${form.paquet}?fait=publication`);
      case 'unchanged':
        return done(`/atelier/paquets/${form.paquet}?fait=inchange`);
      case 'no-such-delivery':
        return refused('Ce paquet n’existe pas : rien n’a été publié.');
      case 'code-taken':
        return refused('Rien n’a été publié.', {
          code: 'Un autre module a déjà ce code, qui est son adresse : choisissez-en un autre.',
        });
      case 'no-such-module':
      case 'other-package':
        return refused('Rien n’a été publié.', {
          cible: 'Ce module n’est pas une version antérieure de ce paquet : choisissez-en un de la liste.',
        });
    }
  },
});
