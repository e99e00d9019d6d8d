import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { DeliveredModule } from '#domain/delivery/delivered-module.ts';
import { shapeOf } from '#domain/delivery/delivered-shape.ts';
import type { Help } from '#features/help/help.ts';
import { isPackage } from '#features/learning/is-package.ts';
import { findMedia } from '#features/publishing/queries.ts';
import { findLiveVersion, type PublishedVersion } from '#features/publishing/versions.ts';
import { archiveOf } from '#platform/archive/write-archive.ts';
import { deliveredPage } from './delivered-page.ts';
import { DELIVERY_FORMATS, type DeliveryFormat, type PackagedFormat } from './delivery-formats.ts';
import { hash } from './hash.ts';
import { deliveredExercises, deliveredQuestions } from './hidden-answers.ts';
import { cmi5Course, manifest12, manifest2004, type DeliveredFacts } from './manifests.ts';
import { modulePdf } from './module-pdf.ts';
import { offlineWithin } from './offline.ts';

export interface Delivered {
  fileName: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface DeliveryNeeds {
  db: Kysely<Database>;
  /** Where the script and the styles of delivered modules were built. */
  clientFolder: string;
  help: Help;
}

/** The live version of a module as a file that runs elsewhere; null without such a module, or for a package of others. */
export async function deliverModule(
  needs: DeliveryNeeds,
  { code, as }: { code: string; as: DeliveryFormat },
): Promise<Delivered | null> {
  const version = await findLiveVersion(needs.db, code);
  if (!version || isPackage(version.module)) return null;
  const bytes =
    as === 'pdf' ? await modulePdf(version, needs.help) : await archiveOf(await deliveredFiles(needs, version, as));
  const { extension } = DELIVERY_FORMATS[as];
  const kind = as === 'pdf' ? '' : `-${as}`;
  return {
    fileName: `reperes-${code}-${version.edition}.${version.revision}${kind}.${extension}`,
    bytes: new Uint8Array(bytes),
  };
}

/** Every file of a delivered module, by its path. */
export async function deliveredFiles(
  { db, clientFolder, help }: DeliveryNeeds,
  version: PublishedVersion,
  as: PackagedFormat,
): Promise<Map<string, Uint8Array>> {
  const { module, edition, revision, code } = version;
  const delivered = deliveredData(version, as, help);
  const page = deliveredPage(module, delivered, { help, version: `${edition}.${revision}` });
  const files = new Map<string, Uint8Array>();
  for (const name of await readdir(clientFolder)) files.set(name, await readFile(join(clientFolder, name)));
  for (const [, digest = '', extension = ''] of page.matchAll(/ src=\\?"medias\/([0-9a-f]{64})\.([a-z]+)\\?"/g)) {
    const bytes = await findMedia(db, digest, extension);
    if (bytes) files.set(`medias/${digest}.${extension}`, bytes);
  }
  files.set('index.html', Buffer.from(page));
  const facts: DeliveredFacts = {
    identifier: `${code}-${edition}.${revision}`,
    title: module.title,
    summary: module.summary,
    passMark: module.passMark,
    files: [...files.keys()],
  };
  const described = descriptionOf(as, facts);
  if (described) files.set(described.path, Buffer.from(described.text));
  return files;
}

function deliveredData(
  { id, code, edition, module }: PublishedVersion,
  as: PackagedFormat,
  help: Help,
): DeliveredModule {
  const lists = {
    lessons: module.lessons.map(({ slug, title }) => ({ slug, title })),
    exercises: offlineWithin(deliveredExercises(module.lessons, id)),
    questions: offlineWithin(deliveredQuestions(module.pool, id)),
  };
  return {
    code,
    edition,
    title: module.title,
    standard: as === 'html' ? 'none' : as,
    ...lists,
    passMark: module.passMark,
    drawSize: module.drawSize,
    shape: shapeOf(lists, hash),
    // The platform's own page of exit is not there.
    exitUrl: help.exitUrl.startsWith('https:') ? help.exitUrl : 'about:blank',
  };
}

function descriptionOf(as: PackagedFormat, facts: DeliveredFacts): { path: string; text: string } | null {
  switch (as) {
    case 'scorm12':
      return { path: 'imsmanifest.xml', text: manifest12(facts) };
    case 'scorm2004':
      return { path: 'imsmanifest.xml', text: manifest2004(facts) };
    case 'cmi5':
      return { path: 'cmi5.xml', text: cmi5Course(facts) };
    case 'html':
      return null;
  }
}
