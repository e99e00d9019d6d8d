import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { frenchCount } from '#features/follow-up/french-figures.ts';
import { EXPORT_FORMATS } from '#domain/exports/export-formats.ts';
import { listWords } from '#features/follow-up/export-lines.ts';
import { isOpen, type ExportJob } from './export-job.ts';
import { listOwnJobs } from './queries.ts';

export interface ExportsPage {
  files: ExportedFile[];
  /** Something is still to be written. */
  isOpen: boolean;
}

/** One file, in the words of the page. */
export interface ExportedFile {
  job: ExportJob;
  /** « Excel, 1er régiment ». */
  name: string;
  /** Who is in it. */
  listed: string;
  /** « 1 234 sur 5 000 lignes »; null while lines are being chosen, and for sheets. */
  progress: string | null;
  /** « 5 000 »; null for sheets. */
  lines: string | null;
}

/** The files somebody asked for. */
export async function loadExportsPage(db: Kysely<Database>, actor: Actor): Promise<ExportsPage> {
  const jobs = await listOwnJobs(db, actor);
  return { files: jobs.map(exportedFile), isOpen: jobs.some(isOpen) };
}

function exportedFile(job: ExportJob): ExportedFile {
  const { format, unit, query, linesDone, linesTotal } = job;
  const lines = linesTotal === null ? null : frenchCount(linesTotal);
  return {
    job,
    name: `${EXPORT_FORMATS[format].label}, ${unit.name}`,
    listed: format === 'pdf' ? 'Fiche de l’unité et de celles juste au-dessous.' : `Liste : ${listWords(query)}.`,
    progress: lines && `${frenchCount(linesDone)} sur ${lines} lignes`,
    lines,
  };
}
