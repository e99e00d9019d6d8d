import { civilDateOf } from '#domain/time/civil-date.ts';
import { beginModule as beginModuleCommand } from '#features/learning/begin-module.ts';
import { ModuleForm } from '#features/learning/forms.ts';
import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import { findResumeAddress } from '#features/learning/resume-address.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const beginModule = formAction({
  permission: 'module:follow',
  form: ModuleForm,
  async run({ code }, { runtime, act, actor }) {
    const result = await beginModuleCommand(runtime.db, act, { code });
    if (result.outcome === 'no-such-module') return refused(notFollowingMessage(result.outcome));
    return done(await findResumeAddress(runtime.db, actor.personId, { code, today: civilDateOf(act.at) }));
  },
});
