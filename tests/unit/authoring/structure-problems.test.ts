import { expect, test } from 'vitest';
import { compileSample, expectAtMarks, FRONT_MATTER, placesOf, POOL, question } from './sample-module.ts';

const CHOICES = '<Choix juste explication="x">Oui.</Choix>\n<Choix explication="y">Non.</Choix>\n';

// `¦` marks where each problem is expected.
const IN_A_LESSON: [string, string[], string][] = [
  ['a part out of its component', ['composant-mal-place'], '¦<Choix explication="x">Oui.</Choix>'],
  [
    'a part in the wrong component',
    ['composant-mal-place'],
    '<Encadre titre="x">\nTexte.\n¦<Option avis="juste" consequence="y">z</Option>\n</Encadre>',
  ],
  [
    'a block in a block',
    ['composant-imbrique'],
    '<Encadre titre="x">\nTexte.\n\n¦<Definition terme="y">\nz\n</Definition>\n</Encadre>',
  ],
  [
    'a fault inside a misplaced block',
    ['composant-imbrique', 'composant-vide'],
    '<Encadre titre="x">\nTexte.\n\n¦¦<Definition terme="y"></Definition>\n</Encadre>',
  ],
  ['a block in a sentence', ['composant-dans-une-phrase'], 'Voici ¦<Encadre titre="x">Texte.</Encadre>'],
  ['a block in a list', ['composant-dans-une-phrase'], '- ¦<Encadre titre="x">Texte.</Encadre>'],
  ['a block in a quotation', ['composant-dans-une-phrase'], '> ¦<Encadre titre="x">Texte.</Encadre>'],
  ['an empty component', ['composant-vide'], '¦<Encadre titre="x">\n\n</Encadre>'],
  ['a self-closing component', ['composant-vide'], '¦<Definition terme="x" />'],
  ['a missing attribute', ['attribut-manquant'], '¦<Encadre>\nTexte.\n</Encadre>'],
  ['an attribute without its value', ['attribut-incorrect'], '<Encadre ¦titre>\nTexte.\n</Encadre>'],
  ['an empty attribute', ['attribut-incorrect'], '<Encadre ¦titre=" ">\nTexte.\n</Encadre>'],
  ['an unknown attribute', ['attribut-inconnu'], '<Encadre titre="x" ¦couleur="rouge">\nTexte.\n</Encadre>'],
  ['a value out of the list', ['attribut-incorrect'], '<Encadre titre="x" ¦ton="alerte">\nTexte.\n</Encadre>'],
  ['a value where none is written', ['attribut-incorrect'], question('id="q"').replace('juste', '¦juste="oui"')],
  [
    'a date that does not exist',
    ['attribut-incorrect'],
    '<Reference texte="x" confiance="V" ¦verifie="2026-02-30">\nTexte.\n</Reference>',
  ],
  [
    'a date in French',
    ['attribut-incorrect'],
    '<Reference texte="x" confiance="V" ¦verifie="23 novembre 2026">\nTexte.\n</Reference>',
  ],
  [
    'several wrong attributes',
    ['attribut-manquant', 'attribut-incorrect'],
    '¦<Reference texte="x" confiance="V" ¦statut="vu">\nTexte.\n</Reference>',
  ],
  [
    'text between steps',
    ['texte-hors-place'],
    '<Chronologie titre="x">\n¦Texte.\n<Etape date="a" titre="b">c</Etape>\n</Chronologie>',
  ],
  ['a chronology without steps', ['partie-manquante'], '¦<Chronologie titre="x"></Chronologie>'],
  [
    'a myth without its fact',
    ['texte-hors-place', 'partie-manquante'].reverse(),
    '¦<Mythe enonce="x">\n¦Texte.\n</Mythe>',
  ],
  ['a myth with two facts', ['partie-en-trop'], '<Mythe enonce="x">\n<Fait>a</Fait>\n¦<Fait>b</Fait>\n</Mythe>'],
  ['a question without a stem', ['enonce-manquant'], `¦<Question id="q">\n${CHOICES}</Question>`],
  ['text after the choices', ['texte-hors-place'], `<Question id="q">\nQuoi ?\n${CHOICES}\n¦Suite.\n</Question>`],
  ['a question without right choice', ['aucun-choix-juste'], `¦${question('id="q"').replace('juste ', '')}`],
  [
    'a question without wrong choice',
    ['aucun-choix-faux'],
    `¦${question('id="q"').replace('<Choix exp', '<Choix juste exp')}`,
  ],
  [
    'a choice without explanation',
    ['attribut-manquant'],
    question('id="q"').replace('<Choix explication="Non."', '¦<Choix'),
  ],
  [
    'a single choice',
    ['nombre-de-choix', 'aucun-choix-faux'],
    `¦¦<Question id="q">\nQuoi ?\n<Choix juste explication="x">Oui.</Choix>\n</Question>`,
  ],
  [
    'seven choices',
    ['nombre-de-choix'],
    `¦<Question id="q">\nQuoi ?\n${CHOICES}${'<Choix explication="y">Non.</Choix>\n'.repeat(5)}</Question>`,
  ],
  [
    'a choice of two paragraphs',
    ['texte-sur-un-paragraphe'],
    question('id="q"').replace(
      '<Choix juste explication="Oui.">Agir.',
      '¦<Choix juste explication="Oui.">Agir.\n\nPuis.',
    ),
  ],
  [
    'a choice that is a list',
    ['texte-sur-un-paragraphe'],
    question('id="q"').replace('<Choix juste explication="Oui.">Agir.', '¦<Choix juste explication="Oui.">\n- Agir.\n'),
  ],
  ['an id in capitals', ['attribut-incorrect'], question('¦id="Premier réflexe"')],
  ['an id taken in the same lesson', ['identifiant-en-double'], `${question('id="q"')}\n${question('¦id="q"')}`],
  ['the lesson of a formative question', ['attribut-d-evaluation'], question('id="q" ¦lecon="01-un"')],
];

test.each(IN_A_LESSON)('%s is an error where it stands', (_, codes, marked) => {
  const { text, places } = expectAtMarks(FRONT_MATTER + marked, codes);
  expect(placesOf(compileSample({ '01-un.mdx': text }).problems)).toEqual(places);
});

const IN_THE_ASSESSMENT: [string, string[], string][] = [
  ['a question without its lesson', ['attribut-manquant'], `${POOL}\n¦${question('id="e3" niveau="savoir"')}`],
  [
    'a lesson that does not exist',
    ['lecon-introuvable'],
    `${POOL}\n${question('id="e3" ¦lecon="02-deux" niveau="savoir"')}`,
  ],
  ['an id taken', ['identifiant-en-double'], `${POOL}\n${question('¦id="e1" lecon="01-un" niveau="savoir"')}`],
  [
    'an id taken in a lesson',
    ['identifiant-en-double'],
    `${POOL}\n${question('¦id="dans-la-lecon" lecon="01-un" niveau="savoir"')}`,
  ],
  ['prose', ['evaluation-questions-seules'], `¦Texte.\n\n${POOL}`],
  ['another component', ['evaluation-questions-seules'], `${POOL}\n¦<Encadre titre="x">\nTexte.\n</Encadre>`],
];

test.each(IN_THE_ASSESSMENT)('in the assessment, %s is an error', (_, codes, marked) => {
  const { text, places } = expectAtMarks(marked, codes);
  const lesson = `${FRONT_MATTER}${question('id="dans-la-lecon"')}`;
  expect(placesOf(compileSample({ '01-un.mdx': lesson, 'evaluation.mdx': text }).problems)).toEqual(places);
});

test('front matter in the assessment is useless, and said so', () => {
  const { module, problems } = compileSample({ 'evaluation.mdx': `---\ntitre: Évaluation\n---\n${POOL}` });
  expect(placesOf(problems, 'notice')).toEqual(['en-tete-ignore 1:1']);
  expect(module?.pool).toHaveLength(2);
});
