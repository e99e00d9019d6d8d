import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { frenchDate } from '#domain/time/french-dates.ts';
import { frenchCount } from '#features/follow-up/french-figures.ts';
import { EXPORT_FORMATS } from '#domain/exports/export-formats.ts';
import { listWords } from '#features/follow-up/export-lines.ts';
import { isOpen, type ExportJob } from './export-job.ts';
import { findList } from './lists.ts';
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
  /** The code of its unit; null for the list of another page. */
  code: string | null;
  /** What it is of, and who or what is in it. */
  listed: string;
  /** « 1 234 sur 5 000 lignes »; null while lines are being chosen, and for sheets. */
  progress: string | null;
  /** « 5 000 »; null for sheets. */
  lines: string | null;
}

/** The files somebody asked for. */
export async function loadExportsPage(db: Kysely<Database>, actor: Actor): Promise<ExportsPage> {
  const jobs = await listOwnJobs(db, actor);
  const files: ExportedFile[] = [];
  for (const job of jobs) files.push(exportedFile(job, await wordsOf(db, actor, job)));
  return { files, isOpen: jobs.some(isOpen) };
}

type FileWords = Pick<ExportedFile, 'name' | 'code' | 'listed'>;

async function wordsOf(db: Kysely<Database>, actor: Actor, job: ExportJob): Promise<FileWords> {
  const { subject, day, askedAt, format } = job;
  const { label } = EXPORT_FORMATS[format];
  switch (subject.kind) {
    case 'unit': {
      const { unit, programmeName, query } = subject;
      const listed =
        format === 'pdf' ? 'Fiche de l’unité et de celles juste au-dessous.' : `Liste : ${listWords(query)}.`;
      return {
        name: `${label}, ${unit.name}`,
        code: unit.code,
        listed: `${programmeName}, situation au ${frenchDate(day)}. ${listed}`,
      };
    }
    case 'list': {
      const list = findList(subject.list);
      const asked = await list?.ask(db, subject.parameters, { actor, at: askedAt });
      const filter = asked?.filter.map(([title, value]) => `${title} : ${value}`).join(' ; ');
      return { name: `${label}, ${list?.title ?? subject.list}`, code: null, listed: filter ? `${filter}.` : '' };
    }
  }
}

function exportedFile(job: ExportJob, words: FileWords): ExportedFile {
  const { linesDone, linesTotal } = job;
  const lines = linesTotal === null ? null : frenchCount(linesTotal);
  return {
    job,
    ...words,
    progress: lines && `${frenchCount(linesDone)} sur ${lines} lignes`,
    lines,
  };
}
