import type { APIRoute } from 'astro';
import { KeptCommits, receiveKeptCommits } from '#features/package-player/receive-kept-commits.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

export const POST: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'module:follow');
  if (refusal) return refusal;
  const { actor, now, requestId } = context.locals;
  const parsed = KeptCommits.safeParse(await context.request.json().catch(() => null));
  if (!parsed.success) return Response.json({ message: 'La demande n’est pas lisible.' }, { status: 400 });
  const asked = { personId: actor!.personId, kept: parsed.data, now, requestId };
  const receipts = await receiveKeptCommits(runtime().db, asked);
  if (!receipts) return new Response(null, { status: 404 });
  return Response.json({ receipts, received: now });
};
