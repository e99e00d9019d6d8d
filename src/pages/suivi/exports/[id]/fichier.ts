import type { APIRoute } from 'astro';
import { takeExport } from '#features/exports/take-export.ts';
import { EXPORT_FORMATS } from '#domain/exports/export-formats.ts';
import { jobFileName } from '#features/exports/job-file-name.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'follow-up:export');
  if (refusal) return refusal;
  const { actor, now, requestId } = context.locals;
  const { db, config } = runtime();
  const act = { by: actor!.personId, at: now, requestId };
  const asked = { jobId: context.params.id ?? '', dataFolder: config.dataFolder };
  const taken = await takeExport(db, act, actor!, asked);
  if (!taken) return context.rewrite('/404');
  const { format } = taken.job;
  return new Response(taken.content, {
    headers: {
      'Content-Type': EXPORT_FORMATS[format].type,
      'Content-Length': String(taken.size),
      'Content-Disposition': `attachment; filename="${jobFileName(taken.job)}"`,
      'Cache-Control': 'no-store',
    },
  });
};
