import { z } from 'zod';
import { EXPORT_FORMATS, type ExportFormat } from '#domain/exports/export-formats.ts';
import type { ListFormat } from '#platform/lists/write-list.ts';
import { ExportQuery } from '#features/follow-up/forms.ts';

const formats = Object.keys(EXPORT_FORMATS) as [ExportFormat, ...ExportFormat[]];

/** A file to be written behind the page: its unit and its format, then the filter of the list. */
export const PrepareExportForm = ExportQuery.extend({
  export: z.uuid(),
  unite: z.string().max(100),
  format: z.enum(formats, { error: 'Choisissez un format de la liste.' }),
});

const LIST_FORMATS = ['csv', 'xlsx', 'ods', 'json'] as const satisfies ListFormat[];

/** The file of a list to be written behind its page: its name and its format, then the parameters of the page's address. */
export const PrepareListForm = z
  .object({
    export: z.uuid(),
    liste: z.string().max(40),
    format: z.enum(LIST_FORMATS, { error: 'Choisissez un format de la liste.' }),
  })
  .catchall(z.string().max(200));

export const ExportForm = z.object({ export: z.uuid() });

/** What the address of the list may carry: whether the page follows the progress. */
export const ExportsQuery = z.object({ suivre: z.enum(['oui', 'non']).catch('oui').default('oui') });
