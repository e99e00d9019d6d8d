import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { moduleAddress } from '#features/learning/addresses.ts';
import { findVersion } from '#features/publishing/versions.ts';
import { findAttestation, type Attestation } from './queries.ts';

export interface AttestationPage extends Attestation {
  /** Said on the page as long as the module says it of itself. */
  workingNotice: string | null;
  minutes: number;
  moduleHref: string;
}

/** What a person can show of a completion of theirs; null when it is not theirs. */
export async function loadAttestationPage(
  db: Kysely<Database>,
  personId: string,
  completionId: string,
): Promise<AttestationPage | null> {
  const attestation = await findAttestation(db, personId, completionId);
  const version = attestation && (await findVersion(db, attestation.versionId));
  if (!attestation || !version) return null;
  const { workingNotice, minutes } = version.module;
  return { ...attestation, workingNotice, minutes, moduleHref: moduleAddress(attestation.moduleCode) };
}
