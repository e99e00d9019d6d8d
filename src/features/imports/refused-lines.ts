import { open, rm, type FileHandle } from 'node:fs/promises';
import type { Line } from '#domain/organisation/read-lines.ts';
import type { RefusedLine } from '#domain/organisation/refused-line.ts';
import { BYTE_ORDER_MARK, csvText } from '#platform/csv-text.ts';
import type { OpenedImport } from './open-import.ts';
import type { PlanHearer } from './plan-import.ts';

/** What a person reads; none of these headings is one that an import reads, so that the corrected file can be sent again. */
const HEADINGS = ['Ligne', 'Colonne refusée', 'Motif du refus', 'Que faire'];
const WHOLE_LINE = 'toute la ligne';

export interface RefusedLinesKeeper extends PlanHearer {
  /** The last thing to call, whatever happens. */
  finish(): Promise<void>;
}

/**
 * Writes every refused line of a file to another one, beside what is wrong with it and what to write, for HR to correct
 * there: a page shows some of them, and the rest would otherwise have to be found by their numbers.
 * @param path where to write; without a refused line, there is no such file
 */
export function refusedLinesKeeper(path: string, { csv }: OpenedImport): RefusedLinesKeeper {
  let file: FileHandle | null = null;
  const write = async (rows: readonly (readonly string[])[]) => {
    if (rows.length === 0) return;
    if (!file) {
      file = await open(path, 'w', 0o600);
      await file.write(BYTE_ORDER_MARK + csvText([[...HEADINGS, ...csv.header]]));
    }
    await file.write(csvText(rows));
  };
  return {
    async people({ lines, plans }) {
      await write(plans.flatMap((plan, at) => (plan.kind === 'refused' ? [rowOf(lines[at]!, plan.refusals)] : [])));
    },
    async units({ refusals }) {
      const refused = Map.groupBy(refusals, ({ line }) => line);
      if (refused.size === 0) return;
      for await (const line of csv.lines()) {
        const objections = refused.get(line.line);
        if (objections) await write([rowOf(line, objections)]);
      }
    },
    left: () => Promise.resolve(),
    async finish() {
      if (file) await file.close();
      else await rm(path, { force: true });
    },
  };
}

/** One row for one line, however much is wrong with it: sent again, it must not be there twice. */
function rowOf({ line, cells }: Line, refusals: readonly RefusedLine[]): string[] {
  const told = (words: (refusal: RefusedLine) => string) => [...new Set(refusals.map(words))].join(' ; ');
  return [
    String(line),
    told(({ column }) => column ?? WHOLE_LINE),
    told(({ reason }) => reason),
    told(({ remedy }) => remedy),
    ...cells,
  ];
}
