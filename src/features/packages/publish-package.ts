import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { AdvanceNotice, Audience, CompiledModule } from '#domain/module/compiled-module.ts';
import { recordVersion } from '#features/publishing/record-version.ts';
import { releaseNumber } from '#features/publishing/release-number.ts';
import { findLatestRelease, findModuleByCode, findModuleBySlug } from '#features/publishing/queries.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { findDelivery, hasPlayedPackage } from './queries.ts';

/** What a module says before one enters it; a package says none of it itself. */
export interface PackageDescription {
  /** `m9`: the module's address. */
  code: string;
  title: string;
  summary: string;
  minutes: number;
  themes: string[];
  audiences: Audience[];
  objectives: string[];
  notice: AdvanceNotice;
}

export interface PackageRelease {
  deliveryId: string;
  description: PackageDescription;
  rule: 'all' | 'any';
  mayOpenWindows: boolean;
  /** `first` makes a module; the others give a module of the same package its next version. */
  kind: 'first' | 'correction' | 'material';
  /** With a material release: from today on, what was completed on earlier editions counts no more. */
  redo?: boolean;
  /** What changed, for those who will ask later. */
  note?: string;
}

export type PublishPackageResult =
  | { outcome: 'published'; versionId: string; moduleId: string; edition: number; revision: number }
  | { outcome: 'unchanged'; edition: number; revision: number }
  | { outcome: 'no-such-delivery' }
  | { outcome: 'no-such-module' }
  /** Another module has that code, which is its address. */
  | { outcome: 'code-taken' }
  /** The module of that code never played a package of this identifier. */
  | { outcome: 'other-package' };

/** Makes a package that was kept a new module, or the next version of one, live at once for everyone. */
export async function publishPackage(
  db: Kysely<Database>,
  act: Act,
  release: PackageRelease,
): Promise<PublishPackageResult> {
  return inTransaction(db, async (trx) => {
    const delivery = await findDelivery(trx, release.deliveryId);
    if (!delivery) return { outcome: 'no-such-delivery' };
    const module = moduleOf(release.description);
    const hash = releaseHash(delivery.hash, release);
    const known = await findModuleByCode(trx, module.code);
    const latest = known && (await findLatestRelease(trx, known.id));
    if (known?.isPackage && latest?.hash === hash)
      return { outcome: 'unchanged', edition: latest.edition, revision: latest.revision };
    if (release.kind === 'first' && (known || (await findModuleBySlug(trx, module.slug))))
      return { outcome: 'code-taken' };
    if (release.kind !== 'first') {
      if (!known?.isPackage) return { outcome: 'no-such-module' };
      if (!(await hasPlayedPackage(trx, known.id, delivery.identifier))) return { outcome: 'other-package' };
    }
    const number = releaseNumber(latest, release.kind === 'correction' ? 'correction' : 'material');
    const { moduleId, versionId } = await recordVersion(trx, act, {
      moduleId: known?.id ?? null,
      isPackage: true,
      module: known ? { ...module, slug: known.slug } : module,
      number,
      redo: release.redo === true && number.kind === 'material' && latest !== null,
      hash,
      note: release.note ?? (latest ? 'Nouvelle livraison du paquet' : 'Première publication'),
      sources: JSON.stringify({
        package: { deliveryId: delivery.id, hash: delivery.hash, fileName: delivery.fileName },
      }),
    });
    await trx
      .insertInto('package_version')
      .values({
        version_id: versionId,
        delivery_id: delivery.id,
        completion_rule: release.rule,
        may_open_windows: release.mayOpenWindows ? 1 : 0,
      })
      .execute();
    return { outcome: 'published', versionId, moduleId, edition: number.edition, revision: number.revision };
  });
}

/** The same package described and completed alike is the same release. */
function releaseHash(deliveryHash: string, { description, rule, mayOpenWindows }: PackageRelease): string {
  const stated = JSON.stringify([deliveryHash, rule, mayOpenWindows, moduleOf(description)]);
  return createHash('sha256').update(stated).digest('hex');
}

const REVIEW_DAYS = 365;

function moduleOf({ code, title, summary, minutes, themes, audiences, objectives, notice }: PackageDescription) {
  return {
    slug: `paquet-${code}`,
    code,
    title,
    summary,
    audiences,
    objectives,
    themes,
    minutes,
    // What decides is in the package: its own scores, and the rule of its version.
    passMark: 0,
    drawSize: 0,
    prerequisites: [],
    givenInPerson: null,
    notice,
    workingNotice: null,
    reviewDays: REVIEW_DAYS,
    glossary: [],
    lessons: [],
    pool: [],
    media: [],
  } satisfies CompiledModule;
}
