import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { GlobalObjective, ItemState } from '#domain/packaging/commit.ts';
import type { LaunchAddress, LaunchPlan } from '#domain/packaging/launch-plan.ts';
import type { Item, Organization, PackageManifest, Resource } from '#domain/packaging/manifest.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { findPackageVersion } from '#features/packages/find-package-version.ts';
import { listItemStates, listObjectives } from './attempt-queries.ts';
import { objectiveScope } from './objective-scope.ts';
import type { ServedLaunch } from './find-served-launch.ts';

/** Everything the shell needs, read when it is opened. */
export async function loadLaunchPlan(
  db: Kysely<Database>,
  launch: ServedLaunch,
  applicationOrigin: string,
): Promise<LaunchPlan> {
  const { manifest } = (await findPackageVersion(db, launch.versionId))!;
  const organization = playedOrganization(manifest);
  const attempt = await db
    .selectFrom('package_attempt')
    .where('id', '=', launch.attemptId)
    .select(['module_id', 'window_from', 'sequencing', 'shared_data'])
    .executeTakeFirstOrThrow();
  const last = await db
    .selectFrom('package_commit')
    .where('attempt_id', '=', launch.attemptId)
    .where('launch', '=', launch.ordinal)
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .executeTakeFirst();
  const scoped = { attemptId: launch.attemptId, windowFrom: attempt.window_from as CivilDate };
  const scope = objectiveScope(scoped, organization);
  const states = await listItemStates(db, launch.attemptId);
  return {
    standard: manifest.standard,
    title: organization.title || manifest.title,
    organization,
    addresses: launchAddresses(manifest),
    launch: launch.ordinal,
    firstSequence: (last?.sequence ?? 0) + 1,
    learnerId: learnerIdOf(launch.personId, attempt.module_id),
    items: Object.fromEntries(states.map(({ state }): [string, ItemState] => [state.item, state])),
    sequencing: attempt.sequencing,
    objectives: (await listObjectives(db, { personId: launch.personId, scope })) as Record<string, GlobalObjective>,
    sharedData: attempt.shared_data === null ? {} : (JSON.parse(attempt.shared_data) as Record<string, string>),
    applicationOrigin,
  };
}

/** The organisation that is played: the default one. */
export function playedOrganization({ organizations, defaultOrganization }: PackageManifest): Organization {
  return organizations.find(({ identifier }) => identifier === defaultOrganization) ?? organizations[0]!;
}

/** Every item of the plan, headings too. */
export function playedItems(manifest: PackageManifest): Item[] {
  return itemsOf(playedOrganization(manifest).items);
}

/** Nothing of who learns can be told from it, nor that two modules have the same learner. */
function learnerIdOf(personId: string, moduleId: string): string {
  return createHash('sha256').update(`${personId}\n${moduleId}`).digest('hex').slice(0, 32);
}

/** The address of each resource that the plan launches, by its identifier. */
export function launchAddresses(manifest: PackageManifest): Record<string, LaunchAddress> {
  const launched = new Set(playedItems(manifest).map(({ resource }) => resource));
  return Object.fromEntries(
    manifest.resources
      .filter(({ identifier, path }) => path !== null && launched.has(identifier))
      .map((resource): [string, LaunchAddress] => [resource.identifier, addressOf(resource)]),
  );
}

function addressOf({ kind, path, suffix }: Resource): LaunchAddress {
  return { kind, href: path!.split('/').map(encodeURIComponent).join('/') + suffix };
}

function itemsOf(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...itemsOf(item.children)]);
}
