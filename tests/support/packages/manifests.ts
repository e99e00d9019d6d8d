/** Manifests as texts, for tests: what is not said is what a small, right package has. */
export interface ManifestParts {
  /** Text of `schemaversion`; null leaves it out. */
  version?: string | null;
  schema?: string;
  /** More in `metadata`. */
  metadata?: string;
  /** More attributes of `manifest`: `xml:base="…"`. */
  attributes?: string;
  /** In place of all organisations. */
  organizations?: string;
  /** Of `organizations`. */
  default?: string;
  /** Items of the only organisation. */
  items?: string;
  /** What comes after its items: its sequencing. */
  organization?: string;
  organizationAttributes?: string;
  resources?: string;
  resourcesAttributes?: string;
  /** After the resources: sequencing collection, sub-manifest. */
  after?: string;
  declaration?: string;
}

export type Edition2004 = '2nd' | '3rd' | '4th';

const SPACES_12 =
  'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"';
const SPACES_2004 = `xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"`;

const VERSIONS: Record<Edition2004, string> = {
  '2nd': 'CAM 1.3',
  '3rd': '2004 3rd Edition',
  '4th': '2004 4th Edition',
};

/** A manifest of SCORM 1.2: one item `A` that opens the SCO `a.html`. */
export function manifest12(parts: ManifestParts = {}): string {
  return manifestText(SPACES_12, '1.2', { resources: resource('RA', { type: 'scormtype' }), ...parts });
}

/** A manifest of SCORM 2004 of an edition; the course flows. */
export function manifest2004(edition: Edition2004 = '4th', parts: ManifestParts = {}): string {
  return manifestText(SPACES_2004, VERSIONS[edition], { organization: FLOWING, ...parts });
}

function manifestText(spaces: string, version: string, parts: ManifestParts): string {
  const said = parts.version === undefined ? version : parts.version;
  const organizations = parts.organizations ?? organization('ORG', parts.items ?? item('A', 'RA'), parts);
  return `${parts.declaration ?? '<?xml version="1.0" encoding="UTF-8"?>'}
<manifest identifier="fr.exemple.essai" version="1" ${spaces} ${parts.attributes ?? ''}>
  <metadata>
    <schema>${parts.schema ?? 'ADL SCORM'}</schema>
    ${said === null ? '' : `<schemaversion>${said}</schemaversion>`}
    ${parts.metadata ?? ''}
  </metadata>
  <organizations default="${parts.default ?? 'ORG'}">
    ${organizations}
  </organizations>
  <resources ${parts.resourcesAttributes ?? ''}>
    ${parts.resources ?? resource('RA')}
  </resources>
  ${parts.after ?? ''}
</manifest>
`;
}

export function organization(
  identifier: string,
  items: string,
  parts: Pick<ManifestParts, 'organization' | 'organizationAttributes'> = {},
): string {
  return `<organization identifier="${identifier}" ${parts.organizationAttributes ?? ''}>
      <title>Cours ${identifier}</title>
      ${items}
      ${parts.organization ?? ''}
    </organization>`;
}

/** An item; `inside` follows its title: items, sequencing, what ADL adds. */
export function item(identifier: string, reference: string | null, inside = '', attributes = ''): string {
  const opens = reference === null ? '' : `identifierref="${reference}"`;
  return `<item identifier="${identifier}" ${opens} ${attributes}>
        <title>Élément ${identifier}</title>
        ${inside}
      </item>`;
}

export interface ResourceParts {
  /** Null leaves it out. */
  href?: string | null;
  kind?: string;
  /** Name of the attribute of ADL; null leaves it out. */
  type?: 'scormType' | 'scormtype' | null;
  inside?: string;
  attributes?: string;
}

/** A resource; by default the SCO that opens `a.html`. */
export function resource(identifier: string, parts: ResourceParts = {}): string {
  const { href = 'a.html', kind = 'sco', type = 'scormType', inside, attributes = '' } = parts;
  const opens = href === null ? '' : `href="${href}"`;
  const adl = type === null ? '' : `adlcp:${type}="${kind}"`;
  const files = inside ?? (href === null || /[?#:]/.test(href) ? '' : `<file href="${href}"/>`);
  return `<resource identifier="${identifier}" type="webcontent" ${adl} ${opens} ${attributes}>${files}</resource>`;
}

export const sequencing = (inside: string, attributes = ''): string =>
  `<imsss:sequencing ${attributes}>${inside}</imsss:sequencing>`;

export const FLOWING = sequencing('<imsss:controlMode choice="true" flow="true"/>');

/** Two SCOs in order, the second only once the first is passed, each with a primary objective shared with the world. */
export function manifestOfForcedOrder(edition: Edition2004 = '4th'): string {
  const objective = (name: string): string => `<imsss:objectives>
    <imsss:primaryObjective objectiveID="obj-${name}" satisfiedByMeasure="true">
      <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
      <imsss:mapInfo targetObjectiveID="global-${name}" writeSatisfiedStatus="true" writeNormalizedMeasure="true"/>
    </imsss:primaryObjective>
    ${name === 'b' ? '<imsss:objective objectiveID="before"><imsss:mapInfo targetObjectiveID="global-a"/></imsss:objective>' : ''}
  </imsss:objectives>`;
  const closed = `<imsss:sequencingRules><imsss:preConditionRule>
      <imsss:ruleConditions conditionCombination="any">
        <imsss:ruleCondition referencedObjective="before" operator="not" condition="satisfied"/>
        <imsss:ruleCondition referencedObjective="before" operator="not" condition="objectiveStatusKnown"/>
      </imsss:ruleConditions>
      <imsss:ruleAction action="disabled"/>
    </imsss:preConditionRule></imsss:sequencingRules>`;
  return manifest2004(edition, {
    items: item('A', 'RA', sequencing(objective('a'))) + item('B', 'RB', sequencing(closed + objective('b'))),
    resources: resource('RA') + resource('RB', { href: 'b.html' }),
  });
}

/** In UTF-16 with its mark. */
export function asUtf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}

/** In Latin-1. */
export const asLatin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** In UTF-8, without a mark unless asked. */
export const asUtf8 = (text: string, hasMark = false): Uint8Array => Buffer.from(`${hasMark ? '\ufeff' : ''}${text}`);
