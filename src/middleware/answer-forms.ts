import { getActionContext } from 'astro:actions';
import { defineMiddleware } from 'astro:middleware';
import { PASSWORD_PAGE } from '#platform/http/require-permission.ts';
import type { FormAnswer } from '#platform/http/form-answer.ts';

/** Where Astro puts the name of a form's action. */
const ACTION_PARAMETER = '_action';

/** Runs the action of a plain form: a success goes on with 303, so that reloading does not post again; a refusal is shown on the page. */
export const answerForms = defineMiddleware(async (context, next) => {
  const { action, setActionResult, serializeActionResult } = getActionContext(context);
  if (action?.calledFrom !== 'form') return next();
  const result = await action.handler();
  if (result.error?.code === 'UNAUTHORIZED') return context.redirect(signInAddress(context.url), 303);
  if (result.error?.code === 'FORBIDDEN') return context.redirect(PASSWORD_PAGE, 303);
  if (result.error) return context.rewrite('/404');
  const answer = result.data as FormAnswer<unknown>;
  if (answer.outcome === 'done') {
    const forward = context.redirect(answer.to, 303);
    if (answer.forgetsStorage) forward.headers.set('Clear-Site-Data', '"storage"');
    return forward;
  }
  setActionResult(action.name, serializeActionResult(result));
  const page = await next();
  // What the form was about is gone, and the page leads elsewhere: a 422 would show an empty page.
  if (page.status >= 300 && page.status < 400) return page;
  return new Response(page.body, { status: 422, headers: page.headers });
});

function signInAddress({ pathname, searchParams }: URL): string {
  const query = new URLSearchParams(searchParams);
  query.delete(ACTION_PARAMETER);
  const suite = query.size > 0 ? `${pathname}?${query}` : pathname;
  return `/connexion?suite=${encodeURIComponent(suite)}`;
}
