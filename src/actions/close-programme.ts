import { closeProgramme as closeProgrammeCommand } from '#features/obligations/close-programme.ts';
import { ProgrammeSlug } from '#features/obligations/programme-forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const closeProgramme = formAction({
  permission: 'programme:edit',
  form: ProgrammeSlug,
  async run(input, { runtime, act }) {
    const result = await closeProgrammeCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'closed':
      case 'already-closed':
        return done(`/administration/programmes/${input.slug}?fait=fermeture`);
      case 'no-such-programme':
        return refused('Ce parcours n’existe pas : revenez à la liste.');
    }
  },
});
