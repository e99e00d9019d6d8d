import { expect, test } from 'vitest';
import type { Item } from '#domain/packaging/manifest.ts';
import { itemsInOrder, launchedItems, scosOf } from '#domain/packaging/manifest/walk-items.ts';
import { FLOWING, item, manifest12, manifest2004, resource } from '#tests/support/packages/manifests.ts';
import { accepted, findingOf, readText } from './read-text.ts';

const firstItem = (text: string): Item => accepted(text).organizations[0]!.items[0]!;
const inItem12 = (inside: string): string => manifest12({ items: item('A', 'RA', inside) });
const inItem2004 = (inside: string, edition: '2nd' | '3rd' | '4th' = '4th'): string =>
  manifest2004(edition, { items: item('A', 'RA', inside) });
const TWO = resource('RA') + resource('RB', { href: 'b.html', kind: 'asset' });

test('reads nested items, parameters and what is hidden', () => {
  const text = manifest2004('4th', {
    items: item('P', null, item('A', 'RA', '', 'parameters=" ?a=1&amp;b=2 " isvisible="false"') + item('B', 'RB'), ''),
    organization: FLOWING,
    resources: TWO,
  });
  const manifest = accepted(text);
  const [part] = manifest.organizations[0]!.items;
  expect(part).toMatchObject({ identifier: 'P', resource: null, isVisible: true, parameters: '' });
  expect(part!.children[0]).toMatchObject({ resource: 'RA', parameters: '?a=1&b=2', isVisible: false, children: [] });
  expect(itemsInOrder(manifest.organizations[0]!).map(({ identifier }) => identifier)).toEqual(['P', 'A', 'B']);
  expect(launchedItems(manifest).map(({ resource: { path } }) => path)).toEqual(['a.html', 'b.html']);
  expect(scosOf(manifest).map(({ item: { identifier } }) => identifier)).toEqual(['A']);
});

test('trims and collapses identifiers as XML does', () => {
  const text = manifest12({
    items: item('  A \n  1 ', ' RA  x '),
    resources: resource(' RA x', { type: 'scormtype' }),
  });
  expect(readText(text).findings).toEqual([]);
  expect(firstItem(text)).toMatchObject({ identifier: 'A 1', resource: 'RA x' });
});

test('reads what ADL adds in 1.2', () => {
  const text = manifest12({
    items:
      item('A', 'RA') +
      item(
        'B',
        'RA',
        `<adlcp:prerequisites type="aicc_script">A&amp;(A="completed")</adlcp:prerequisites>
         <adlcp:maxtimeallowed>0001:30:00</adlcp:maxtimeallowed><adlcp:timelimitaction>Exit, no message</adlcp:timelimitaction>
         <adlcp:datafromlms> niveau=2 </adlcp:datafromlms><adlcp:masteryscore>80.5</adlcp:masteryscore>`,
      ),
  });
  expect(readText(text).findings).toEqual([]);
  expect(accepted(text).organizations[0]!.items[1]).toMatchObject({
    prerequisites: 'A&(A="completed")',
    maxTimeAllowed: '0001:30:00',
    timeLimitAction: 'exit,no message',
    launchData: 'niveau=2',
    masteryScore: 80.5,
    sequencing: null,
    completionThreshold: null,
  });
});

test('reads what ADL adds in 2004', () => {
  const text = inItem2004(
    `<adlcp:timeLimitAction>continue,message</adlcp:timeLimitAction><adlcp:dataFromLMS>x</adlcp:dataFromLMS>
     <adlcp:data><adlcp:map targetID=" t1 "/><adlcp:map targetID="t2" readSharedData="false" writeSharedData="0"/></adlcp:data>
     <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
     <adlnav:hideLMSUI>suspendAll</adlnav:hideLMSUI><adlnav:hideLMSUI>continue</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>
     <imsss:sequencing><imsss:limitConditions attemptAbsoluteDurationLimit="PT45M"/></imsss:sequencing>`,
  );
  expect(readText(text).findings).toEqual([]);
  expect(firstItem(text)).toMatchObject({
    timeLimitAction: 'continue,message',
    launchData: 'x',
    maxTimeAllowed: 'PT45M',
    hiddenControls: ['continue', 'suspendAll'],
    sharedData: [
      { targetId: 't1', canRead: true, canWrite: true },
      { targetId: 't2', canRead: false, canWrite: false },
    ],
  });
});

test.each([
  ['2nd', '<adlcp:completionThreshold>0.75</adlcp:completionThreshold>', true, 0.75, 1],
  ['3rd', '<adlcp:completionThreshold> 1.0 </adlcp:completionThreshold>', true, 1, 1],
  [
    '4th',
    '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.6" progressWeight="0.3"/>',
    true,
    0.6,
    0.3,
  ],
  ['4th', '<adlcp:completionThreshold/>', false, 1, 1],
  ['4th', '<adlcp:completionThreshold completedByMeasure="true"/>', true, 1, 1],
] as const)('reads the completion threshold of the %s edition: %s', (edition, inside, byMeasure, minimum, weight) => {
  expect(readText(inItem2004(inside, edition)).findings).toEqual([]);
  expect(firstItem(inItem2004(inside, edition)).completionThreshold).toEqual({
    completedByMeasure: byMeasure,
    minimumProgressMeasure: minimum,
    progressWeight: weight,
  });
});

test('says when a threshold is given and not applied', () => {
  const text = inItem2004('<adlcp:completionThreshold minProgressMeasure="0.8"/>');
  expect(firstItem(text).completionThreshold).toMatchObject({ completedByMeasure: false, minimumProgressMeasure: 0.8 });
  expect(findingOf(text, /sans être appliqué/).severity).toBe('unusual');
});

test('reads a threshold of an earlier form in the 4th edition, and says so', () => {
  const text = inItem2004('<adlcp:completionThreshold>0.5</adlcp:completionThreshold>');
  expect(firstItem(text).completionThreshold).toMatchObject({ completedByMeasure: true, minimumProgressMeasure: 0.5 });
  expect(findingOf(text, /éditions d’avant la 4e/).severity).toBe('unusual');
});

test.each([
  [
    inItem12('<adlcp:masteryscore>beaucoup</adlcp:masteryscore>'),
    /score de réussite vaut « beaucoup »/,
    'masteryScore',
  ],
  [inItem12('<adlcp:masteryscore>101</adlcp:masteryscore>'), /un nombre de 0 à 100/, 'masteryScore'],
  [inItem12('<adlcp:maxtimeallowed>PT1H</adlcp:maxtimeallowed>'), /temps accordé vaut « PT1H »/, 'maxTimeAllowed'],
  [inItem12('<adlcp:timelimitaction>stop</adlcp:timelimitaction>'), /limite de temps vaut « stop »/, 'timeLimitAction'],
  [
    inItem2004('<adlcp:completionThreshold>2</adlcp:completionThreshold>'),
    /seuil d’avancement vaut « 2 »/,
    'completionThreshold',
  ],
] as const)('leaves a wrong value aside and says it: %#', (text, words, key) => {
  expect(findingOf(text, words)).toMatchObject({ severity: 'wrong', place: { line: expect.any(Number) } });
  expect(firstItem(text)[key]).toBeNull();
});

test.each([
  [inItem12('<adlcp:prerequisites type="javascript">A</adlcp:prerequisites>'), /écrits en « javascript »/, 'wrong'],
  [inItem12('<adlcp:prerequisites>A&amp;Z</adlcp:prerequisites>'), /nomment « Z »/, 'wrong'],
  [inItem12(`<adlcp:datafromlms>${'x'.repeat(4097)}</adlcp:datafromlms>`), /4097 caractères/, 'unusual'],
  [inItem2004(`<adlcp:dataFromLMS>${'x'.repeat(4001)}</adlcp:dataFromLMS>`), /4001 caractères/, 'unusual'],
  [inItem2004('<adlcp:data><adlcp:map/></adlcp:data>'), /targetID/, 'wrong'],
  [
    inItem2004(
      '<adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>menu</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>',
    ),
    /commande à cacher « menu »/,
    'wrong',
  ],
  [manifest12({ items: item('A', 'RA', '', 'isvisible="oui"') }), /« isvisible » vaut « oui »/, 'wrong'],
  [manifest12({ items: item('A', 'RA') + item('B', 'RX') }), /ressource « RX », qui n’existe pas/, 'wrong'],
  [manifest12({ items: item('A', 'RA') + item('B', null) }), /« B » n’ouvre rien et ne contient rien/, 'wrong'],
  [manifest12({ items: item('A', 'ra') }), /« ra » ne diffère de « RA » que par des majuscules/, 'wrong'],
  [manifest12({ items: item('A', 'RA') + item('a', 'RA') }), /Deux éléments du plan ne diffèrent que par/, 'unusual'],
  [manifest12({ items: item('A', 'RA', item('B', 'RA')) }), /en contient d’autres et ouvre aussi/, 'unusual'],
  [manifest2004('4th', { items: item('A', 'RA', item('B', 'RA')) }), /SCORM 2004 ne le permet pas/, 'wrong'],
  [
    manifest2004('4th', {
      items: item('A', 'RA') + item('B', 'RB'),
      resources: resource('RA') + resource('RB', { href: null }),
    }),
    /ressource « RB », qui n’a pas d’adresse/,
    'wrong',
  ],
  [manifest12({ items: '<item identifier="A" identifierref="RA"/>' }), /n’a pas de titre/, 'wrong'],
])('says what is wrong or unusual in an item: %#', (text, words, severity) => {
  expect(findingOf(text, words)).toMatchObject({
    severity,
    place: { file: 'imsmanifest.xml', clause: expect.any(String) },
  });
  expect(readText(text).manifest).not.toBeNull();
});

test('gives items alike, or without identifier, one of their own', () => {
  const items = `${item('A', 'RA')}${item('A', 'RA')}${item('A', 'RA')}<item identifierref="RA"><title>x</title></item>`;
  const text = manifest12({ items });
  expect(accepted(text).organizations[0]!.items.map(({ identifier }) => identifier)).toEqual([
    'A',
    'A~2',
    'A~3',
    'ITEM~1',
  ]);
  expect(findingOf(text, /second devient « A~2 »/).severity).toBe('wrong');
  expect(findingOf(text, /reçoit « ITEM~1 »/).severity).toBe('wrong');
});

test('takes markup in a title for text, and says so', () => {
  const written = item('A', 'RA').replace('Élément A', '&lt;b onclick="x()"&gt;Gras&lt;/b&gt;');
  expect(firstItem(manifest12({ items: written })).title).toBe('<b onclick="x()">Gras</b>');
  expect(findingOf(manifest12({ items: written }), /contient des balises/).severity).toBe('unusual');
  const nested = item('A', 'RA').replace('Élément A', 'Un <b>titre</b>');
  expect(firstItem(manifest12({ items: nested })).title).toMatch(/Un\s+titre/);
  expect(findingOf(manifest12({ items: nested }), /contient des balises/).severity).toBe('unusual');
});

test('refuses items nested too deep', () => {
  const nested = (depth: number): string =>
    depth === 1 ? item('L1', 'RA') : item(`L${depth}`, null, nested(depth - 1));
  expect(readText(manifest12({ items: nested(20) })).manifest).not.toBeNull();
  const { manifest, findings } = readText(manifest12({ items: nested(21) }));
  expect(manifest).toBeNull();
  expect(findings[0]).toMatchObject({ severity: 'refused', message: expect.stringContaining('20 niveaux') });
});

test.each([
  [manifest12({ after: '<manifest identifier="sub"/>' }), /sous-manifeste/, 'wrong'],
  [
    manifest12({ metadata: '<adlcp:location>notice.xml</adlcp:location>' }),
    /notice du paquet est dans un autre fichier/,
    'unusual',
  ],
  [inItem12('<adlcp:scoreboard/>'), /« scoreboard », dans « item », n’est pas lu/, 'unusual'],
  [
    inItem12('<adlcp:completionThreshold>1</adlcp:completionThreshold>'),
    /« completionThreshold », dans « item »/,
    'unusual',
  ],
  [inItem2004('<imsss:sequencing><imsss:auxiliaryResources/></imsss:sequencing>'), /ressources auxiliaires/, 'unusual'],
  [
    inItem2004('<imsss:sequencing><imsss:limitConditions beginTimeLimit="x"/></imsss:sequencing>'),
    /« beginTimeLimit » n’est pas suivie/,
    'unusual',
  ],
  [
    manifest2004('4th', { organization: `${FLOWING}<adlcp:completionThreshold completedByMeasure="true"/>` }),
    /« completionThreshold », dans « organization »/,
    'unusual',
  ],
])('names what it does not read: %#', (text, words, severity) => {
  expect(findingOf(text, words).severity).toBe(severity);
});

test('takes from an edition only what it has', () => {
  const old = '<adlcp:masteryscore>80</adlcp:masteryscore><adlcp:prerequisites>A</adlcp:prerequisites>';
  expect(firstItem(inItem2004(old))).toMatchObject({ masteryScore: null, prerequisites: null });
  expect(findingOf(inItem2004(old), /« masteryscore », dans « item »/).severity).toBe('unusual');
  expect(firstItem(inItem12('<adlcp:data><adlcp:map targetID="t"/></adlcp:data>')).sharedData).toEqual([]);
});

test('does not look for the words of a manifest in a notice', () => {
  const notice = (attributes: string): string =>
    `<lom ${attributes}><relation><resource><description>x</description></resource></relation></lom>`;
  for (const attributes of ['xmlns="http://ltsc.ieee.org/xsd/LOM"', ''])
    expect(readText(manifest12({ metadata: notice(attributes) })).findings).toEqual([]);
});

test('a resource with an empty address opens nothing', () => {
  const resources =
    resource('RA', { type: 'scormtype' }) + '<resource identifier="RB" adlcp:scormtype="sco" href=" "/>';
  const text = manifest12({ items: item('A', 'RA') + item('B', 'RB'), resources });
  expect(findingOf(text, /ressource « RB », qui n’a pas d’adresse/).severity).toBe('wrong');
});
