import { rm } from 'node:fs/promises';
import type { Finding } from '#domain/packaging/finding.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Task } from '#platform/tasks/task.ts';
import { importPackage } from '../import-package.ts';

export interface PackageToRead {
  zipPath: string;
  fileName: string;
  by: string | null;
  at: Instant;
  requestId: string | null;
  /** What was sent waits in a file of ours, which nothing needs afterwards; what lies in modules/ stays there. */
  removeAfter: boolean;
}

/** What became of a package that was read. */
export type ReadOutcome =
  { kind: 'kept' | 'known'; deliveryId: string } | { kind: 'refused'; fileName: string; findings: Finding[] };

/** Reads a package and keeps it; in a worker, because it may unpack gigabytes. */
export const importTask: Task<PackageToRead, ReadOutcome> = {
  name: 'packages/import',
  lane: 'long',
  async run({ zipPath, fileName, by, at, requestId, removeAfter }, context) {
    const db = context.openWriter();
    try {
      const { dataFolder, packageLimits: limits } = context.config;
      const sent = { by, at, fileName, requestId, onProgress: context.progress };
      const result = await importPackage({ db, dataFolder, limits }, zipPath, sent);
      if (result.kind === 'refused') return { kind: 'refused', fileName, findings: result.findings };
      return { kind: result.kind, deliveryId: result.deliveryId };
    } finally {
      await db.destroy();
      if (removeAfter) await rm(zipPath, { force: true });
    }
  },
};
