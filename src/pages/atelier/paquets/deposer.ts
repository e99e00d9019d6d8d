import type { APIRoute } from 'astro';
import { EmptyFile, storeIncoming, TooHeavy } from '#features/packages/incoming-file.ts';
import { beginReading } from '#features/packages/readings.ts';
import { announcedBytes } from '#platform/http/body-limits.ts';
import { IncompleteForm, receiveFile } from '#platform/http/receive-file.ts';
import { requirePermission } from '#platform/http/require-permission.ts';
import { runtime } from '#platform/runtime.ts';

/** Receives a package as it comes, and begins to read it. */
export const POST: APIRoute = async (context) => {
  const refusal = requirePermission(context, 'package:publish');
  if (refusal) return refusal;
  const refuse = (why: string) => context.redirect(`/atelier/paquets?erreur=${why}`, 303);
  // A form says what it weighs; what does not say it comes from no page of ours.
  if (announcedBytes(context.request) === null) return refuse('incomplet');
  const { actor, now: at, requestId } = context.locals;
  const { dataFolder, packageLimits } = runtime().config;
  try {
    const file = await receiveFile(context.request, 'paquet');
    if (!file) return refuse('incomplet');
    const zipPath = await storeIncoming(dataFolder, file.content, packageLimits.packedBytes);
    const sent = { zipPath, fileName: file.name, by: actor!.personId, at, requestId, removeAfter: true };
    return context.redirect(`/atelier/paquets/lectures/${await beginReading(runtime(), sent)}`, 303);
  } catch (error) {
    if (error instanceof EmptyFile) return refuse('vide');
    if (error instanceof TooHeavy) return refuse('trop-lourd');
    if (error instanceof IncompleteForm) return refuse('incomplet');
    throw error;
  }
};
