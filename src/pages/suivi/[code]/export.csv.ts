import type { APIRoute } from 'astro';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { ExportQuery } from '#features/follow-up/forms.ts';
import { exportFileName, loadUnitExport } from '#features/follow-up/load-unit-export.ts';
import { unitExportTask } from '#features/follow-up/tasks/export-task.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'follow-up:export');
  if (refusal) return refusal;
  const { params, url, locals } = context;
  const query = ExportQuery.parse(Object.fromEntries(url.searchParams));
  const { now } = locals;
  const asked = { code: params.code ?? '', query, today: civilDateOf(now), now };
  const file = await loadUnitExport(runtime().db, locals.actor!, asked);
  if (!file) return context.rewrite('/404');
  return new Response(runtime().tasks.stream(unitExportTask, file), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${exportFileName(file)}"`,
      'Cache-Control': 'no-store',
    },
  });
};
