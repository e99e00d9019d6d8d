import type { APIRoute } from 'astro';
import { beginReading } from '#features/imports/begin-import-work.ts';
import { EmptyFile, storeImport } from '#features/imports/store-import.ts';
import { announcedBytes } from '#platform/http/body-limits.ts';
import { IncompleteForm, receiveFile } from '#platform/http/receive-file.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

/** Receives a file from HR, keeps it and begins to read it. */
export const POST: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'people:import');
  if (refusal) return refusal;
  const refuse = (why: string) => context.redirect(`/administration/imports?erreur=${why}`, 303);
  // A form says what it weighs; what does not say it comes from no page of ours.
  if (announcedBytes(context.request) === null) return refuse('incomplet');
  const { actor, now, requestId } = context.locals;
  const act = { by: actor!.personId, at: now, requestId };
  const { db, config } = runtime();
  try {
    const file = await receiveFile(context.request, 'fichier');
    if (!file) return refuse('incomplet');
    const batchId = await storeImport(db, act, config.dataFolder, file);
    await beginReading(runtime(), batchId, act);
    return context.redirect(`/administration/imports/${batchId}`, 303);
  } catch (error) {
    if (error instanceof EmptyFile) return refuse('vide');
    if (error instanceof IncompleteForm) return refuse('incomplet');
    throw error;
  }
};
