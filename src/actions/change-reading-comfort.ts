import { changeReadingComfort as changeReadingComfortCommand } from '#features/account/change-reading-comfort.ts';
import { ReadingComfortForm } from '#features/account/forms.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done } from '#platform/http/form-answer.ts';

export const changeReadingComfort = formAction({
  permission: 'account:own',
  form: ReadingComfortForm,
  async run({ textSize, spacing, shortcuts, suite }, { runtime, act, actor }) {
    const reader = { personId: actor.personId, at: act.at };
    await changeReadingComfortCommand(runtime.db, reader, { textSize, spacing, hasShortcuts: shortcuts });
    return done(suite);
  },
});
