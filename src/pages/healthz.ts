import type { APIRoute } from 'astro';
import { checkHealth } from '#features/installation/check-health.ts';
import { runtime } from '#platform/runtime.ts';

export const GET: APIRoute = async () => {
  const health = await checkHealth(runtime().openReader);
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503 });
};
