import { SignInForm } from '#features/sign-in/forms.ts';
import { writeSessionCookie } from '#platform/http/session-cookie.ts';
import { signIn as signInCommand } from '#features/sign-in/sign-in.ts';
import { publicFormAction } from '#platform/http/form-action.ts';
import { done, refused } from '#platform/http/form-answer.ts';

export const signIn = publicFormAction({
  form: SignInForm,
  async run({ username, password, suite }, { runtime, context }) {
    const { locals, request, cookies } = context;
    const result = await signInCommand(runtime.db, {
      username,
      password,
      clientAddress: locals.clientAddress,
      userAgent: request.headers.get('user-agent') ?? '',
      now: locals.now,
    });
    switch (result.outcome) {
      case 'signed-in':
        writeSessionCookie(cookies, runtime.config, result.sessionId);
        return done(suite);
      case 'wrong-credentials':
        return refused('Identifiant ou mot de passe incorrect. Vérifiez-les, puis réessayez.');
      case 'must-wait':
        return refused(`Trop d’essais : attendez ${result.seconds} secondes avant de réessayer.`);
    }
  },
});
