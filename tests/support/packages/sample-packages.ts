import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import type { Instant } from '#domain/time/instant.ts';
import { importPackage } from '#features/packages/import-package.ts';
import { publishPackage, type PackageDescription, type PackageRelease } from '#features/packages/publish-package.ts';
import { readConfig } from '#platform/config.ts';
import { scoPage } from './sample-content.ts';
import { writeZipOf } from './zip-of.ts';

export type SamplePackage = 'scorm12-one' | 'scorm12-two' | 'scorm2004-sequenced';

const AT = '2026-11-26T09:00:00.000Z' as Instant;

/** Limits as they are without any variable of the environment. */
export const LIMITS = readConfig({}).packageLimits;

export const DESCRIPTION: PackageDescription = {
  code: 'm90',
  title: 'Écouter et orienter',
  summary: 'Un paquet livré par une association.',
  minutes: 15,
  themes: ['écoute'],
  audiences: ['personnels', 'eleves'],
  objectives: ['Écouter sans juger.', 'Orienter vers les bons services.'],
  notice: { topics: ['violences sexuelles'], intensity: 2, media: 'Texte seul.', detail: null },
};

export interface Installing extends Partial<Omit<PackageRelease, 'deliveryId' | 'description'>> {
  sample?: SamplePackage;
  /** Instead of a sample: the files of the package, by path. */
  files?: Record<string, string | Uint8Array>;
  /** Instead of both: the zip itself. */
  zip?: Uint8Array;
  code?: string;
  title?: string;
  by?: string | null;
  at?: Instant;
}

/** Imports a small package and publishes it as a module, as the pages would. */
export async function installPackage(
  { db, dataFolder }: { db: Kysely<Database>; dataFolder: string },
  { sample = 'scorm12-one', files, zip, code = 'm90', title, by = null, at = AT, ...release }: Installing = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'reperes-paquet-'));
  try {
    const path = join(folder, `${sample}.zip`);
    if (zip) await writeFile(path, zip);
    else await writeZipOf(path, files ?? SAMPLES[sample]);
    const deps = { db, dataFolder, limits: LIMITS };
    const imported = await importPackage(deps, path, { by, at, fileName: `${sample}.zip` });
    if (imported.kind === 'refused')
      throw new Error(`the package is refused: ${imported.findings.map(({ message }) => message).join(' ')}`);
    const act: Act = { by, at, requestId: null };
    const published = await publishPackage(db, act, {
      rule: 'all',
      mayOpenWindows: false,
      kind: 'first',
      ...release,
      deliveryId: imported.deliveryId,
      description: { ...DESCRIPTION, code, ...(title === undefined ? {} : { title }) },
    });
    if (published.outcome !== 'published') throw new Error(`the package is not published: ${published.outcome}`);
    const { deliveryId, manifest, findings } = imported;
    return { ...published, deliveryId, manifest, findings, code };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const SCHEMA_12 =
  'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"';

const MANIFEST_12_ONE = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="fr.exemple.ecouter" version="1.0" ${SCHEMA_12}>
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="plan">
    <organization identifier="plan">
      <title>Écouter</title>
      <item identifier="lecon" identifierref="r-lecon"><title>Écouter une personne</title><adlcp:masteryscore>80</adlcp:masteryscore></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="r-lecon" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/><file href="style.css"/>
    </resource>
  </resources>
</manifest>
`;

const MANIFEST_12_TWO = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="fr.exemple.deux" version="1.0" ${SCHEMA_12}>
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="plan">
    <organization identifier="plan">
      <title>Deux leçons</title>
      <item identifier="partie" isvisible="true">
        <title>Première partie</title>
        <item identifier="un" identifierref="r-un"><title>Reconnaître</title></item>
        <item identifier="deux" identifierref="r-deux" parameters="?depart=2">
          <title>Orienter</title><adlcp:prerequisites type="aicc_script">un</adlcp:prerequisites><adlcp:masteryscore>70</adlcp:masteryscore>
        </item>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="r-un" type="webcontent" adlcp:scormtype="sco" href="un/index.html"><file href="un/index.html"/></resource>
    <resource identifier="r-deux" type="webcontent" adlcp:scormtype="sco" href="deux/index.html"><file href="deux/index.html"/></resource>
  </resources>
</manifest>
`;

const MANIFEST_2004 = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="fr.exemple.sequence" version="1"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
  <organizations default="plan">
    <organization identifier="plan" adlseq:objectivesGlobalToSystem="false">
      <title>Leçon puis test</title>
      <item identifier="lecon" identifierref="r-lecon">
        <title>La leçon</title>
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <item identifier="test" identifierref="r-test">
        <title>Le test</title>
        <imsss:sequencing>
          <imsss:sequencingRules>
            <imsss:preConditionRule>
              <imsss:ruleConditions conditionCombination="any">
                <imsss:ruleCondition condition="attemptLimitExceeded"/>
              </imsss:ruleConditions>
              <imsss:ruleAction action="disabled"/>
            </imsss:preConditionRule>
          </imsss:sequencingRules>
          <imsss:limitConditions attemptLimit="5"/>
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="acquis" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
              <imsss:mapInfo targetObjectiveID="fr.exemple.acquis" writeSatisfiedStatus="true" writeNormalizedMeasure="true"/>
            </imsss:primaryObjective>
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="r-lecon" type="webcontent" adlcp:scormType="sco" href="lecon.html"><file href="lecon.html"/></resource>
    <resource identifier="r-test" type="webcontent" adlcp:scormType="sco" href="test.html"><file href="test.html"/></resource>
  </resources>
</manifest>
`;

/** The files of each sample, by path. */
export const SAMPLES: Record<SamplePackage, Record<string, string>> = {
  'scorm12-one': {
    'imsmanifest.xml': MANIFEST_12_ONE,
    'index.html': scoPage('Écouter une personne', 'scorm12').replace(
      '</head>',
      '<link rel="stylesheet" href="style.css"></head>',
    ),
    'style.css': 'body { font-family: sans-serif; }\n',
  },
  'scorm12-two': {
    'imsmanifest.xml': MANIFEST_12_TWO,
    'un/index.html': scoPage('Reconnaître', 'scorm12'),
    'deux/index.html': scoPage('Orienter', 'scorm12'),
  },
  'scorm2004-sequenced': {
    'imsmanifest.xml': MANIFEST_2004,
    'lecon.html': scoPage('La leçon', 'scorm2004'),
    'test.html': scoPage('Le test', 'scorm2004'),
  },
};
