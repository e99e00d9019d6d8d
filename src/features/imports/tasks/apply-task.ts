import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { ROWS_AT_ONCE } from '#platform/db/rows-of.ts';
import { idsInOrder } from '#platform/ids-in-order.ts';
import type { Task } from '#platform/tasks/task.ts';
import type { Findings, ImportResult } from '../batch.ts';
import { importFile, removeImportFile } from '../import-file.ts';
import { changeKeeper, forgetChanges, type ChangeKeeper } from '../keep-changes.ts';
import type { PersonLeft } from '../known-people-queries.ts';
import { openImport } from '../open-import.ts';
import { planImport, type PlanHearer } from '../plan-import.ts';
import { findBatch, type ImportBatch } from '../queries.ts';
import { recordApplication } from '../record-application.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { writeDepartures, writePeoplePlans } from '../write-people-plans.ts';
import { writeUnitsPlan } from '../write-units-plan.ts';

export interface Application {
  batchId: string;
  act: Act;
  /** Says that refused lines are to be left aside; without it, an import that has some is not applied. */
  skipRefused: boolean;
  /** Of those who are absent from the file: whom to take for having left. */
  left: 'none' | 'all' | string[];
}

export type ApplyOutcome =
  | { outcome: 'applied'; result: ImportResult }
  /** Applied, undone or given up by now, or never read. */
  | { outcome: 'not-waiting' }
  | { outcome: 'has-refusals' }
  | { outcome: 'nothing-to-do' }
  /** What it would change is no longer what was shown. */
  | { outcome: 'stale' }
  | { outcome: 'unreadable'; message: string };

/** Stops the transaction: nothing of it remains. */
class NotApplied extends Error {
  readonly outcome: ApplyOutcome;

  constructor(outcome: ApplyOutcome) {
    super(outcome.outcome);
    this.outcome = outcome;
  }
}

/**
 * Applies an import that has been shown: whole or not at all, in one transaction. It is planned again from what stands
 * when the transaction begins, and must come to the very changes that were shown.
 */
export const applyTask: Task<Application, ApplyOutcome> = {
  name: 'imports/apply',
  lane: 'long',
  async run(application, context) {
    const reader = context.openReader();
    const writer = context.openWriter();
    try {
      const file = importFile(context.config.dataFolder, application.batchId);
      const result = await inTransaction(writer, (trx) =>
        applyInside(trx, reader, { ...application, file }, context.progress),
      );
      await removeImportFile(context.config.dataFolder, application.batchId);
      return { outcome: 'applied', result };
    } catch (error) {
      if (error instanceof NotApplied) return error.outcome;
      if (error instanceof UnreadableFile) return { outcome: 'unreadable', message: error.message };
      throw error;
    } finally {
      await reader.destroy();
      await writer.destroy();
    }
  },
};

async function applyInside(
  trx: Transaction<Database>,
  reader: Kysely<Database>,
  application: Application & { file: string },
  progress: (share: number) => void,
): Promise<ImportResult> {
  const { batchId, act } = application;
  const batch = await findBatch(trx, batchId);
  const shown = shownFindings(batch, application);
  const today = civilDateOf(act.at);
  await forgetChanges(trx);
  const keeper = changeKeeper(trx, batchId);
  const opened = await openImport(application.file, batch!.settings);
  const hearer = writingHearer(trx, keeper, application);
  const findings = await planImport(reader, opened, { settings: batch!.settings, today }, hearer, progress);
  if (findings.fingerprint !== shown.fingerprint) throw new NotApplied({ outcome: 'stale' });
  const left = await hearer.finish();
  const { counts } = findings;
  const result = { new: counts.new, changed: counts.changed, moved: counts.moved, left, skipped: counts.refused };
  if (result.new + result.changed + result.moved + left === 0) throw new NotApplied({ outcome: 'nothing-to-do' });
  await keeper.finish();
  await recordApplication(trx, act, batch!, result);
  return result;
}

function shownFindings(batch: ImportBatch | null, { skipRefused }: Application): Findings {
  const findings = batch?.state === 'previewed' ? batch.preview?.findings : null;
  if (!findings) throw new NotApplied({ outcome: 'not-waiting' });
  if (findings.counts.refused > 0 && !skipRefused) throw new NotApplied({ outcome: 'has-refusals' });
  return findings;
}

function writingHearer(
  trx: Transaction<Database>,
  keeper: ChangeKeeper,
  { act, left }: Application,
): PlanHearer & { finish(): Promise<number> } {
  const writing = { trx, act, keeper, newId: idsInOrder(act.at) };
  const today = civilDateOf(act.at);
  const chosen = new Set(Array.isArray(left) ? left : []);
  const isChosen = (id: string) => left === 'all' || chosen.has(id);
  let departures: PersonLeft[] = [];
  let leftCount = 0;
  const writeSome = async () => {
    await writeDepartures(writing, departures, today);
    departures = [];
  };
  return {
    people: (piece, programmeId) => writePeoplePlans(writing, piece, programmeId),
    async units(plan, known) {
      const closed = plan.left.map(({ unitId }) => unitId).filter(isChosen);
      leftCount += closed.length;
      await writeUnitsPlan(writing, plan, known, closed);
    },
    async left(person) {
      if (!isChosen(person.personId)) return;
      leftCount += 1;
      departures.push(person);
      if (departures.length >= ROWS_AT_ONCE) await writeSome();
    },
    async finish() {
      await writeSome();
      return leftCount;
    },
  };
}
