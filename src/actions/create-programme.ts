import { civilDateOf } from '#domain/time/civil-date.ts';
import { createProgramme as createProgrammeCommand } from '#features/obligations/create-programme.ts';
import { CreateProgrammeForm } from '#features/obligations/programme-forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const createProgramme = formAction({
  permission: 'programme:edit',
  form: CreateProgrammeForm,
  days: { deadline: { label: 'Échéance' }, countsFrom: { label: 'Ne compter que ce qui est fait depuis le' } },
  async run({ modules, ...settings }, { runtime, act }) {
    const programme = { ...settings, opensOn: civilDateOf(act.at), moduleCodes: modules };
    const result = await createProgrammeCommand(runtime.db, act, programme);
    switch (result.outcome) {
      case 'created':
        return done(`/administration/programmes/${settings.slug}?fait=creation`);
      case 'slug-taken':
        return refused('Un parcours a déjà ce nom court : rien n’a été créé.', {
          slug: 'Ce nom court est pris : choisissez-en un autre.',
        });
      case 'no-such-module':
        return refused('Rien n’a été créé.', { modules: `Le module ${result.code} n’est pas publié.` });
    }
  },
});
