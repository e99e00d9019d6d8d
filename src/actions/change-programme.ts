import { changeProgramme as changeProgrammeCommand } from '#features/obligations/change-programme.ts';
import { ChangeProgrammeForm } from '#features/obligations/programme-forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const changeProgramme = formAction({
  permission: 'programme:edit',
  form: ChangeProgrammeForm,
  days: { deadline: { label: 'Échéance' }, countsFrom: { label: 'Ne compter que ce qui est fait depuis le' } },
  async run({ slug, modules, ...settings }, { runtime, act }) {
    const result = await changeProgrammeCommand(runtime.db, act, slug, { ...settings, moduleCodes: modules });
    switch (result.outcome) {
      case 'changed':
      case 'unchanged':
        return done(`/administration/programmes/${slug}?fait=modification`);
      case 'no-such-programme':
        return refused('Ce parcours n’existe pas : revenez à la liste.');
      case 'no-such-module':
        return refused('Rien n’a changé.', { modules: `Le module ${result.code} n’est pas publié.` });
      case 'already-running':
        return refused(
          'Des jours passés ont été comptés avec ces modules et cette date : ils ne changent plus, et rien n’a été enregistré. Ouvrez un autre parcours.',
        );
    }
  },
});
