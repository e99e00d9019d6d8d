import { notFollowingMessage } from '#features/learning/not-following-message.ts';
import { playerAddress } from '#features/learning/addresses.ts';
import { OpenPackageForm } from '#features/package-player/forms.ts';
import { openPackage as openPackageCommand } from '#features/package-player/open-package.ts';
import { formAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const openPackage = formAction({
  permission: 'module:follow',
  form: OpenPackageForm,
  async run({ code, reprendre }, { runtime, act, context }) {
    const result = await openPackageCommand(runtime.db, act, {
      code,
      takeOver: reprendre === 'oui',
      sessionHash: context.locals.signInSession!.idHash,
    });
    switch (result.outcome) {
      case 'opened':
        return done(`${playerAddress(code)}?ouverture=${result.launchId}`);
      case 'open-elsewhere':
        return done(playerAddress(code));
      case 'no-such-package':
        return refused(notFollowingMessage('no-such-module'));
    }
  },
});
