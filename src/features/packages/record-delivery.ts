import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Finding } from '#domain/packaging/finding.ts';
import type { PackageManifest } from '#domain/packaging/manifest.ts';
import { recordDeed } from '#features/journal/record-deed.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids.ts';
import type { PackageFile } from './package-store.ts';

export interface DeliveryToRecord {
  fileName: string;
  manifest: PackageManifest;
  findings: readonly Finding[];
  files: readonly (PackageFile & { path: string })[];
}

/** The name of what a package holds: the same files under the same paths have the same, however they were zipped. */
export function deliveryHash(files: DeliveryToRecord['files']): string {
  const lines = files.map(({ path, hash }) => `${path}\0${hash}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

export async function findDeliveryByHash(db: Kysely<Database>, hash: string): Promise<string | null> {
  const row = await db.selectFrom('package_delivery').where('hash', '=', hash).select('id').executeTakeFirst();
  return row?.id ?? null;
}

/** Writes that a package was read and kept, once its files are in the store; the id of the same one when it is known. */
export async function recordDelivery(
  db: Kysely<Database>,
  act: Act,
  { fileName, manifest, findings, files }: DeliveryToRecord,
): Promise<{ kind: 'kept' | 'known'; deliveryId: string }> {
  const hash = deliveryHash(files);
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return inTransaction(db, async (trx) => {
    const known = await findDeliveryByHash(trx, hash);
    if (known !== null) return { kind: 'known', deliveryId: known };
    const deliveryId = newId();
    await trx
      .insertInto('package_delivery')
      .values({
        id: deliveryId,
        hash,
        file_name: fileName,
        standard: manifest.standard,
        identifier: manifest.identifier,
        title: manifest.title,
        manifest: JSON.stringify(manifest),
        findings: JSON.stringify(findings),
        file_count: files.length,
        total_bytes: totalBytes,
        imported_at: act.at,
        imported_by: act.by,
      })
      .execute();
    await insertFiles(trx, deliveryId, files);
    await recordDeed(trx, act, {
      verb: 'package:import',
      subjectKind: 'package',
      subjectId: deliveryId,
      detail: { fileName, standard: manifest.standard, identifier: manifest.identifier, files: files.length, hash },
    });
    return { kind: 'kept', deliveryId };
  });
}

const ROWS_AT_ONCE = 500;

async function insertFiles(
  trx: Transaction<Database>,
  deliveryId: string,
  files: DeliveryToRecord['files'],
): Promise<void> {
  for (let at = 0; at < files.length; at += ROWS_AT_ONCE) {
    const rows = files.slice(at, at + ROWS_AT_ONCE).map(({ path, hash, bytes, mediaType }) => ({
      delivery_id: deliveryId,
      path,
      hash,
      bytes,
      media_type: mediaType,
    }));
    await trx.insertInto('package_file').values(rows).execute();
  }
}
