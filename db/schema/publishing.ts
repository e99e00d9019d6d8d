import type { CivilDate, Instant, Json, ReleaseKind } from './columns.ts';

export interface PublishingTables {
  module: { id: string; slug: string; code: string; created_at: Instant };
  module_version: ModuleVersionTable;
  compiled_version: { version_id: string; compiler_version: number; compiled: Json };
  media: { hash: string; extension: string; bytes: Uint8Array };
  version_media: { version_id: string; path: string; media_hash: string };
}

interface ModuleVersionTable {
  id: string;
  module_id: string;
  edition: number;
  revision: number;
  hash: string;
  title: string;
  kind: ReleaseKind;
  redo_from_date: CivilDate | null;
  note: string;
  published_at: Instant;
  published_by: string | null;
  sources: Json;
}
