import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CompiledModule } from '#domain/module/compiled-module.ts';
import { findLiveVersion } from '#features/publishing/versions.ts';
import { Id } from '#platform/ids.ts';
import {
  findDelivery,
  findPublishedRule,
  listModuleCodes,
  listModulesOf,
  listUses,
  type Delivery,
  type DeliveryUse,
} from './queries.ts';
import { runStatement, type RunStatement } from './run-statement.ts';

/** A module that this package may give its next version. */
export interface PackageTarget {
  code: string;
  title: string;
}

export interface PackagePage {
  delivery: Delivery;
  statement: RunStatement;
  uses: DeliveryUse[];
  targets: PackageTarget[];
  /** What the form is filled with: from the module's live version when the package had one, else from the package. */
  described: { module: CompiledModule | null; rule: 'all' | 'any'; mayOpenWindows: boolean; freeCode: string };
}

/** A package as the doctor shows it; null when there is none of that id. */
export async function loadPackagePage(db: Kysely<Database>, deliveryId: string): Promise<PackagePage | null> {
  const delivery = Id.safeParse(deliveryId).success ? await findDelivery(db, deliveryId) : null;
  if (!delivery) return null;
  const targets: PackageTarget[] = [];
  let described: PackagePage['described'] = {
    module: null,
    rule: 'all',
    mayOpenWindows: false,
    freeCode: freeCode(await listModuleCodes(db)),
  };
  for (const { code } of await listModulesOf(db, delivery.identifier)) {
    const live = await findLiveVersion(db, code);
    if (!live) continue;
    targets.push({ code, title: live.module.title });
    described = { ...described, module: live.module, ...(await findPublishedRule(db, live.id)) };
  }
  return {
    delivery,
    statement: runStatement(delivery.manifest, delivery.findings),
    uses: await listUses(db, [delivery.id]),
    targets,
    described,
  };
}

/** The first code after those that are taken. */
function freeCode(codes: readonly string[]): string {
  const numbers = codes.map((code) => Number(/^m(\d+)$/.exec(code)?.[1] ?? 0));
  return `m${Math.max(0, ...numbers) + 1}`;
}
