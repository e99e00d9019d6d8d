import type { APIRoute } from 'astro';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { EXPORT_FORMATS, parseExportFormat } from '#domain/exports/export-formats.ts';
import { ExportQuery } from '#features/follow-up/forms.ts';
import { ignoredFilters, ignoredWords } from '#features/follow-up/ignored-filters.ts';
import { exportFileName, loadUnitExport } from '#features/follow-up/load-unit-export.ts';
import { streamUnitExport } from '#features/follow-up/tasks/export-task.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'follow-up:export');
  if (refusal) return refusal;
  const { params, url, locals } = context;
  const query = ExportQuery.parse(Object.fromEntries(url.searchParams));
  const [ignored] = ignoredFilters(url.searchParams, query);
  if (ignored)
    return new Response(`${ignoredWords(ignored)} Ouvrez la liste de l’unité, puis exportez-la de nouveau.`, {
      status: 400,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  const format = parseExportFormat(params.format ?? '');
  const asked = { code: params.code ?? '', query, today: civilDateOf(locals.now), now: locals.now };
  const file = format && (await loadUnitExport(runtime().db, locals.actor!, { ...asked, format }));
  if (!file) return context.rewrite('/404');
  return new Response(await streamUnitExport(runtime().tasks, file), {
    headers: {
      'Content-Type': EXPORT_FORMATS[file.format].type,
      'Content-Disposition': `attachment; filename="${exportFileName(file)}"`,
      'Cache-Control': 'no-store',
    },
  });
};
