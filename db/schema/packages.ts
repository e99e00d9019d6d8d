import type { Generated } from 'kysely';
import type { Instant, Json, PackageStandard } from './columns.ts';

export interface PackagesTables {
  package_delivery: PackageDeliveryTable;
  package_file: { delivery_id: string; path: string; hash: string; bytes: number; media_type: string };
  package_version: PackageVersionTable;
}

/** An archive that was read and kept, published or not. */
interface PackageDeliveryTable {
  id: string;
  /** SHA-256 over the sorted paths and hashes of its files: the same content is the same delivery, however it was zipped. */
  hash: string;
  file_name: string;
  standard: PackageStandard;
  identifier: string;
  title: string;
  manifest: Json;
  findings: Json;
  file_count: number;
  total_bytes: number;
  imported_at: Instant;
  imported_by: string | null;
}

interface PackageVersionTable {
  version_id: string;
  delivery_id: string;
  /** How many of its SCOs must be completed. */
  completion_rule: 'all' | 'any';
  may_open_windows: Generated<number>;
}
