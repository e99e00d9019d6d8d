import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeManifest } from '#domain/packaging/manifest/describe-manifest.ts';
import { readManifest } from '#domain/packaging/manifest/read-manifest.ts';
import { itemsInOrder } from '#domain/packaging/manifest/walk-items.ts';
import type { XmlElement } from '#domain/packaging/xml-element.ts';
import { parseXml } from '#platform/xml/parse-xml.ts';
import { manifest12, manifest2004, manifestOfForcedOrder } from '#tests/support/packages/manifests.ts';

const NAMES =
  'manifest metadata schema schemaversion organizations organization item title resources resource file dependency sequencingCollection sequencing controlMode sequencingRules preConditionRule ruleConditions ruleCondition ruleAction limitConditions rollupRules rollupRule rollupConditions rollupCondition rollupAction objectives primaryObjective objective minNormalizedMeasure mapInfo randomizationControls deliveryControls presentation navigationInterface hideLMSUI completionThreshold masteryscore prerequisites data map location __proto__ constructor toString'.split(
    ' ',
  );
const ATTRIBUTES =
  'identifier identifierref href default base scormType isvisible parameters condition action ID IDRef objectiveID targetObjectiveID flow choice attemptLimit selectCount measureThreshold __proto__ constructor'.split(
    ' ',
  );
const VALUES = fc.oneof(
  fc.constantFrom(
    'A',
    'RA',
    'ORG',
    'true',
    'false',
    '1.2',
    '2004 4th Edition',
    'sco',
    'a.html',
    '../x',
    'javascript:x',
    '0.5',
    '%',
    '%2e%2e',
    '__proto__',
    'constructor',
    '',
    ' ',
  ),
  fc.string({ maxLength: 12 }),
);
const NAMESPACES = fc.constantFrom(
  '',
  'http://www.imsglobal.org/xsd/imscp_v1p1',
  'http://www.adlnet.org/xsd/adlcp_v1p3',
  'http://www.adlnet.org/xsd/adlcp_rootv1p2',
  'http://www.adlnet.org/xsd/adlseq_v1p3',
  'http://www.imsglobal.org/xsd/imsss',
  'undeclared:adlcp',
  'undeclared:x',
  'urn:x',
  'constructor',
);
const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 5 }) },
);
const attributes = fc.array(fc.record({ name: fc.constantFrom(...ATTRIBUTES), namespace: NAMESPACES, value: VALUES }), {
  maxLength: 4,
});
const line = fc.integer({ min: 1, max: 1000 });
const treeOf = fc.memo((depth): fc.Arbitrary<XmlElement> =>
  fc.record({
    name,
    namespace: NAMESPACES,
    attributes,
    children: depth > 1 ? fc.array(treeOf(depth - 1), { maxLength: 4 }) : fc.constant([]),
    text: VALUES,
    line,
  }),
);
const tree = treeOf(6);
const smallTree = treeOf(3);

const FILES = ['imsmanifest.xml', 'a.html', 'b.html'];

function holds(root: XmlElement): void {
  const { manifest, findings } = readManifest(root, { folder: '', files: FILES });
  expect(manifest === null).toBe(findings.some(({ severity }) => severity === 'refused'));
  for (const { message } of findings) expect(message).toMatch(/[.:…)]$|[.»]$/);
  if (!manifest) return;
  expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  const items = manifest.organizations.flatMap(itemsInOrder);
  expect(new Set(items.map(({ identifier }) => identifier)).size).toBe(items.length);
  for (const { path, files } of manifest.resources) {
    for (const file of path === null ? files : [path, ...files]) expect(FILES).toContain(file);
  }
  expect(describeManifest(manifest).items).toBeGreaterThan(0);
}

test('reads any tree without failing, and refuses exactly when it says so', () => {
  fc.assert(fc.property(tree, holds), { numRuns: 500 });
  fc.assert(
    fc.property(tree, (root) => holds({ ...root, name: 'manifest' })),
    { numRuns: 500 },
  );
});

test('reads any right manifest that somebody spoiled', () => {
  const originals = [manifest12(), manifest2004('2nd'), manifestOfForcedOrder()].map((text) => {
    const parsed = parseXml(Buffer.from(text));
    if (parsed.kind === 'refused') throw new Error(parsed.finding.message);
    return parsed.root;
  });
  const change = fc.record({
    at: fc.nat({ max: 60 }),
    kind: fc.constantFrom('value', 'name', 'drop', 'twice', 'graft'),
    value: VALUES,
    graft: smallTree,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...originals),
      fc.array(change, { minLength: 1, maxLength: 5 }),
      (original, changes) => {
        const root = structuredClone(original);
        for (const { at, kind, value, graft } of changes) {
          const all = elementsIn(root);
          const element = all[at % all.length]!;
          const attribute = element.attributes[at % Math.max(element.attributes.length, 1)];
          if (kind === 'value' && attribute) attribute.value = value;
          if (kind === 'name') element.text = value;
          if (kind === 'drop') element.children.splice(at % 3, 1);
          if (kind === 'twice') element.children.push(...structuredClone(element.children));
          if (kind === 'graft') element.children.push(structuredClone(graft));
        }
        holds(root);
      },
    ),
    { numRuns: 1000 },
  );
});

const elementsIn = (root: XmlElement): XmlElement[] => [root, ...root.children.flatMap(elementsIn)];
