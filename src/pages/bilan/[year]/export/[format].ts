import type { APIRoute } from 'astro';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { loadReviewPage } from '#features/annual-review/load-review-page.ts';
import { reviewFileName } from '#features/annual-review/review-document.ts';
import { reviewFileTask } from '#features/annual-review/tasks/review-file-task.ts';
import { EXPORT_FORMATS, parseExportFormat } from '#features/follow-up/export-formats.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'review:read');
  if (refusal) return refusal;
  const { params, locals } = context;
  const format = parseExportFormat(params.format ?? '');
  const page = format && (await loadReviewPage(runtime().tasks, params.year ?? '', civilDateOf(locals.now)));
  if (!page) return context.rewrite('/404');
  const author = `${locals.actor!.givenName} ${locals.actor!.familyName}`;
  const file = { page, format, author, preparedAt: locals.now };
  return new Response(runtime().tasks.stream(reviewFileTask, file), {
    headers: {
      'Content-Type': EXPORT_FORMATS[format].type,
      'Content-Disposition': `attachment; filename="${reviewFileName(page, format)}"`,
      'Cache-Control': 'no-store',
    },
  });
};
