import type { APIRoute } from 'astro';
import { beginReading } from '#features/imports/begin-import-work.ts';
import { storeImport } from '#features/imports/store-import.ts';
import { announcedBytes } from '#platform/http/body-limits.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

/** Receives a file from HR, keeps it and begins to read it. */
export const POST: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'people:import');
  if (refusal) return refusal;
  const refuse = (why: string) => context.redirect(`/administration/imports?erreur=${why}`, 303);
  // A form says what it weighs; what does not say it comes from no page of ours.
  if (announcedBytes(context.request) === null) return refuse('incomplet');
  const form = await context.request.formData().catch(() => null);
  const file = form?.get('fichier');
  if (!(file instanceof File)) return refuse('incomplet');
  if (file.size === 0) return refuse('vide');
  const { actor, now, requestId } = context.locals;
  const act = { by: actor!.personId, at: now, requestId };
  const { db, config } = runtime();
  const sent = { name: file.name, content: file.stream() };
  const batchId = await storeImport(db, act, config.dataFolder, sent);
  await beginReading(runtime(), batchId, act);
  return context.redirect(`/administration/imports/${batchId}`, 303);
};
