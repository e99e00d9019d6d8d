import type { APIRoute } from 'astro';
import { loadRefusedLines } from '#features/imports/load-refused-lines.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'people:import');
  if (refusal) return refusal;
  const { db, config } = runtime();
  const file = await loadRefusedLines(db, config.dataFolder, context.params.id ?? '');
  if (!file) return context.rewrite('/404');
  return new Response(file.content, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'no-store',
    },
  });
};
