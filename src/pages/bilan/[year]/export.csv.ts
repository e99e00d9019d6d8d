import type { APIRoute } from 'astro';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { loadReviewPage } from '#features/annual-review/load-review-page.ts';
import { reviewCsv } from '#features/annual-review/review-csv.ts';
import { reviewDocument, reviewFileName } from '#features/annual-review/review-document.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'review:read');
  if (refusal) return refusal;
  const { params, locals } = context;
  const page = await loadReviewPage(runtime().tasks, params.year ?? '', civilDateOf(locals.now));
  if (!page) return context.rewrite('/404');
  const author = `${locals.actor!.givenName} ${locals.actor!.familyName}`;
  return new Response(await reviewCsv(reviewDocument(page, author, locals.now)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${reviewFileName(page, 'csv')}"`,
      'Cache-Control': 'no-store',
    },
  });
};
