import { reopenProgramme as reopenProgrammeCommand } from '#features/obligations/reopen-programme.ts';
import { ProgrammeSlug } from '#features/obligations/programme-forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const reopenProgramme = formAction({
  permission: 'programme:edit',
  form: ProgrammeSlug,
  async run(input, { runtime, act }) {
    const result = await reopenProgrammeCommand(runtime.db, act, input);
    switch (result.outcome) {
      case 'reopened':
      case 'already-open':
        return done(`/administration/programmes/${input.slug}?fait=reouverture`);
      case 'no-such-programme':
        return refused('Ce parcours n’existe pas : revenez à la liste.');
    }
  },
});
