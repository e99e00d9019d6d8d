import { escapeText } from './escape-text.ts';

export interface DeliveredFacts {
  /** `m1-3.0`. */
  identifier: string;
  title: string;
  summary: string;
  /** In percent. */
  passMark: number;
  /** Every file of the package but the manifest, by its path. */
  files: readonly string[];
}

/**
 * The manifest of a SCORM 1.2 package. Without a mastery score: a system would conclude from it alone, though lessons remain
 * to be read, and the page says itself when it is passed.
 */
export function manifest12({ identifier, title, files }: DeliveredFacts): string {
  const id = xmlId(identifier);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="plan">
    <organization identifier="plan">
      <title>${escapeText(title)}</title>
      <item identifier="module" identifierref="page" isvisible="true">
        <title>${escapeText(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
${fileLines(files)}
    </resource>
  </resources>
</manifest>
`;
}

/**
 * The manifest of a SCORM 2004 package, of the third edition: what Moodle and older systems read, and nothing of the fourth
 * is needed.
 */
export function manifest2004({ identifier, title, files }: DeliveredFacts): string {
  const id = xmlId(identifier);
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 3rd Edition</schemaversion>
  </metadata>
  <organizations default="plan">
    <organization identifier="plan" adlseq:objectivesGlobalToSystem="false">
      <title>${escapeText(title)}</title>
      <item identifier="module" identifierref="page" isvisible="true">
        <title>${escapeText(title)}</title>
        <imsss:sequencing>
          <imsss:deliveryControls tracked="true" completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormType="sco" href="index.html">
${fileLines(files)}
    </resource>
  </resources>
</manifest>
`;
}

/** The course structure of a cmi5 package (cmi5 13.1): one assignable unit, which passes and completes. */
export function cmi5Course({ identifier, title, summary, passMark }: DeliveredFacts): string {
  const course = `urn:reperes:${encodeURIComponent(identifier)}`;
  const text = (name: string, words: string) =>
    `<${name}><langstring lang="fr">${escapeText(words)}</langstring></${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${course}">
    ${text('title', title)}
    ${text('description', summary)}
  </course>
  <au id="${course}:module" moveOn="CompletedAndPassed" masteryScore="${passMark / 100}" launchMethod="OwnWindow">
    ${text('title', title)}
    ${text('description', summary)}
    <url>index.html</url>
  </au>
</courseStructure>
`;
}

function fileLines(files: readonly string[]): string {
  return [...files]
    .sort()
    .map((path) => `      <file href="${escapeText(path)}"/>`)
    .join('\n');
}

/** An XML identifier begins with a letter and has no blank. */
function xmlId(identifier: string): string {
  return `reperes-${identifier.replace(/[^A-Za-z0-9._-]+/g, '-')}`;
}
