import { sequence } from 'astro:middleware';
import { answerForms } from './answer-forms.ts';
import { assignRequestId } from './assign-request-id.ts';
import { catchErrors } from './catch-errors.ts';
import { checkOrigin } from './check-origin.ts';
import { describeSite } from './describe-site.ts';
import { limitBody } from './limit-body.ts';
import { loadSession } from './load-session.ts';
import { setSecurityHeaders } from './set-security-headers.ts';

/** Every request goes through these, in this order. */
export const onRequest = sequence(
  assignRequestId,
  setSecurityHeaders,
  catchErrors,
  describeSite,
  limitBody,
  checkOrigin,
  loadSession,
  answerForms,
);
