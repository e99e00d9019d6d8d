import type { APIRoute } from 'astro';
import { EXPORT_FORMATS, parseExportFormat } from '#domain/exports/export-formats.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { findList } from '#features/exports/lists.ts';
import { listTask } from '#features/exports/tasks/list-task.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async (context) => {
  const { params, url, locals } = context;
  const list = findList(params.list ?? '');
  const format = parseExportFormat(params.format ?? '');
  if (!list || !format || format === 'pdf') return context.rewrite('/404');
  const refusal = requirePermission(context, list.permission);
  if (refusal) return refusal;
  const { db, tasks } = runtime();
  const parameters = Object.fromEntries(url.searchParams);
  const asked = await list.ask(db, parameters, { actor: locals.actor!, at: locals.now });
  if (!asked) return context.rewrite('/404');
  return new Response(tasks.stream(listTask, { asked, format }), {
    headers: {
      'Content-Type': EXPORT_FORMATS[format].type,
      'Content-Disposition': `attachment; filename="${list.name}-${civilDateOf(locals.now)}.${format}"`,
      'Cache-Control': 'no-store',
    },
  });
};
