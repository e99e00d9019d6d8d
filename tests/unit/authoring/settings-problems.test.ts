import { expect, test } from 'vitest';
import { compileSample, expectAtMarks, FRONT_MATTER, placesOf, POOL, SETTINGS } from './sample-module.ts';

const change = (from: string | RegExp, to: string) => SETTINGS.replace(from, to);

// `¦` marks where each problem is expected.
const SETTINGS_CASES: [string, string[], string][] = [
  ['a missing key', ['cle-manquante'], `¦${change('titre: Un module\n', '')}`],
  ['no advance notice', ['avertissement-manquant'], `¦${SETTINGS.slice(0, SETTINGS.indexOf('avertissement'))}`],
  [
    'an advance notice without topics',
    ['cle-manquante'],
    change('  sujets: [violences sexuelles]\n  intensite', '  ¦intensite'),
  ],
  ['an unknown key', ['cle-inconnue'], `${SETTINGS}¦titres: x\n`],
  ['an unknown key of the notice', ['cle-inconnue'], `${SETTINGS}  ¦niveau: 3\n`],
  ['an empty value', ['valeur-incorrecte'], change('Un résumé.', '¦')],
  ['a code with another letter', ['valeur-incorrecte'], change('m7', '¦x7')],
  ['a duration in words', ['valeur-incorrecte'], change('20', '¦vingt minutes')],
  ['a mark above a hundred', ['valeur-incorrecte'], change('80', '¦120')],
  ['a single objective', ['valeur-incorrecte'], change('  - Reconnaître.\n  - Agir.', '  ¦- Agir.')],
  ['an empty objective', ['valeur-incorrecte'], change('- Agir.', '- ¦""')],
  ['an intensity out of the scale', ['valeur-incorrecte'], change('intensite: 2', 'intensite: ¦4')],
  ['several wrong values', ['valeur-incorrecte', 'valeur-incorrecte'], change('m7', '¦x').replace('20', '¦0')],
  ['a colon in a value', ['reglage-illisible'], change('Un résumé.', '¦Deux choses : une et deux.')],
  ['a key written twice', ['reglage-illisible'], `${SETTINGS}¦duree: 30\n`],
  ['a tabulation', ['reglage-illisible'], change('  sujets', '¦\tsujets')],
  ['a value that begins with a star', ['reglage-illisible'], change('Un résumé.', '¦*gras*')],
  ['a tag of YAML', ['reglage-illisible'], change('Un résumé.', '¦!!js/function x')],
  ['a text', ['reglage-illisible'], '¦bonjour'],
  ['nothing', ['reglage-illisible'], '¦'],
  ['too many questions drawn', ['reserve-trop-petite'], change('tirage: 1', 'tirage: ¦2')],
  ['a prerequisite that is not there', ['prerequis-inconnu'], `${SETTINGS}prerequis: [autre-module, ¦autre]\n`],
  ['itself as a prerequisite', ['prerequis-inconnu'], `${SETTINGS}prerequis: [¦essai]\n`],
  ['a lesson given in person that is not there', ['seance-sans-lecon'], `${SETTINGS}seance: [1, ¦2]\n`],
  ['no lesson given in person', ['valeur-incorrecte'], `${SETTINGS}seance: ¦[]\n`],
];

test.each(SETTINGS_CASES)('module.yaml with %s is an error where it stands', (_, codes, marked) => {
  const { text, places } = expectAtMarks(marked, codes);
  const { module, problems } = compileSample({ 'module.yaml': text });
  expect(placesOf(problems)).toEqual(places);
  expect(module).toBeNull();
});

const NOTICE = 'sujets: [x]\nintensite: 1\nmedias: x\nsources: []\n';

const LESSON_CASES: [string, string[], string][] = [
  ['no front matter', ['en-tete-manquant'], '¦Bonjour.'],
  ['front matter left open', ['en-tete-non-ferme'], '¦---\ntitre: Un\n\nBonjour.'],
  ['front matter that cannot be read', ['reglage-illisible'], '---\ntitre: ¦Un : deux\n---\nBonjour.'],
  ['a missing key', ['cle-manquante'], `---\n¦titre: Un\nduree: 5\n${NOTICE}---\nBonjour.`],
  ['a wrong duration', ['valeur-incorrecte'], `---\ntitre: Un\nobjectif: Deux\nduree: ¦5 min\n${NOTICE}---\nBonjour.`],
  [
    'an unknown key',
    ['cle-inconnue'],
    `---\ntitre: Un\nobjectif: Deux\nduree: 5\n${NOTICE}¦auteur: Moi\n---\nBonjour.`,
  ],
  ['nothing after its front matter', ['lecon-vide'], `${FRONT_MATTER}¦\n\n`],
];

test.each(LESSON_CASES)('a lesson with %s is an error', (_, codes, marked) => {
  const { text, places } = expectAtMarks(marked, codes);
  expect(placesOf(compileSample({ '01-un.mdx': text }).problems)).toEqual(places);
});

const LESSON = `${FRONT_MATTER}Bonjour.`;

test.each<[string, string[], Record<string, string | null>]>([
  ['no module.yaml', ['module.yaml fichier-manquant'], { 'module.yaml': null }],
  ['no assessment', ['module.yaml reserve-trop-petite', 'evaluation.mdx fichier-manquant'], { 'evaluation.mdx': null }],
  [
    'no lesson',
    ['module.yaml aucune-lecon'],
    { '01-un.mdx': null, 'evaluation.mdx': POOL.replaceAll('01-un', '02-x') },
  ],
  ['a stray file name', ['intro.mdx nom-de-fichier'], { 'intro.mdx': LESSON }],
  ['a name with capitals', ['02-Suite.mdx nom-de-fichier'], { '02-Suite.mdx': LESSON }],
  ['module.yml', ['module.yml nom-de-fichier'], { 'module.yml': SETTINGS }],
  ['a number twice', ['01-zut.mdx numero-de-lecon-en-double'], { '01-zut.mdx': LESSON }],
  ['a gap', ['03-trois.mdx numero-de-lecon-saute'], { '03-trois.mdx': LESSON }],
  ['a reserved lesson name', ['02-aide.mdx nom-reserve'], { '02-aide.mdx': LESSON }],
  ['a text in another encoding', ['01-un.mdx encodage'], { '01-un.mdx': `${FRONT_MATTER}D\uFFFDj\uFFFD.` }],
  ['an endless file', ['01-un.mdx fichier-trop-long'], { '01-un.mdx': `${LESSON}\n\n`.repeat(5000) }],
])('a folder with %s is an error', (_, expected, changes) => {
  const errors = compileSample(changes).problems.filter(({ severity }) => severity === 'error');
  const found = errors.map(({ file, code }) => `${file.replace('essai/', '')} ${code}`);
  expect(found.filter((place) => !place.endsWith('lecon-introuvable'))).toEqual(expected);
});

test.each([
  ['aide', 'nom-reserve'],
  ['evaluation', 'nom-reserve'],
  ['Mon Module', 'nom-de-module'],
])('a module folder called "%s" is an error', (slug, code) => {
  expect(placesOf(compileSample({}, slug).problems)).toEqual([`${code} 1:1`]);
});

test.each([
  ['', null],
  ['seance: [1]\n', ['01-un']],
])('module.yaml with « %s » counts a session for %j', (line, lessons) => {
  expect(compileSample({ 'module.yaml': SETTINGS + line }).module?.givenInPerson).toEqual(lessons);
});
