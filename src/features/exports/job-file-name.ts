import { listFileName } from '#features/follow-up/load-unit-export.ts';
import type { ExportJob } from './export-job.ts';

/** What a browser is to call the file of a job. */
export function jobFileName({ subject, day, format }: Pick<ExportJob, 'subject' | 'day' | 'format'>): string {
  switch (subject.kind) {
    case 'unit':
      return listFileName(subject.unit.code, day, format, subject.query);
    case 'list':
      return `${subject.list}-${day}.${format}`;
  }
}
