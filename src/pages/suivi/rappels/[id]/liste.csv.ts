import type { APIRoute } from 'astro';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { findSending } from '#features/reminders/sending-queries.ts';
import { recipientsFileTask } from '#features/reminders/tasks/recipients-file-task.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'reminder:send');
  if (refusal) return refusal;
  const { db, tasks } = runtime();
  const { actor, now } = context.locals;
  const sending = await findSending(db, actor!, context.params.id ?? '');
  if (!sending) return context.rewrite('/404');
  const day = civilDateOf(now);
  const file = { sendingId: sending.sendingId, day, isReleased: sending.releasedAt !== null };
  return new Response(tasks.stream(recipientsFileTask, file), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="rappels-${day}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
};
