import { expect, test } from 'vitest';
import { compileSample, expectAtMarks, FRONT_MATTER, placesOf } from './sample-module.ts';

// `¦` marks where each problem is expected.
const CASES: [string, string[], string][] = [
  ['an unknown component', ['composant-inconnu'], '¦<Encart titre="x">\nTexte.\n</Encart>'],
  ['an accented component', ['composant-inconnu'], 'Avant.\n\n  ¦<Étape date="a" titre="b">x</Étape>'],
  ['a known component without its capital', ['composant-inconnu'], '¦<encadre titre="x">\nTexte.\n</encadre>'],
  [
    'an unknown component and a fault inside it',
    ['composant-inconnu', 'composant-vide'],
    '¦<Bloc>\n¦<Encadre titre="x"/>\n</Bloc>',
  ],
  ['a component left open', ['composant-non-ferme'], 'Texte.\n\n¦<Encadre titre="x">\nTexte.\n'],
  [
    'a component left open before another of its kind',
    ['composant-non-ferme'],
    '¦<Encadre titre="x">\nUn.\n\n<Encadre titre="y">\nDeux.\n</Encadre>',
  ],
  [
    'a component left open before another kind',
    ['composant-non-ferme'],
    '¦<Definition terme="x">\nUn.\n\n<Encadre titre="y">\nDeux.\n</Encadre>',
  ],
  [
    'a choice left open',
    ['composant-non-ferme'],
    '<Question id="q">\nQue faire ?\n¦<Choix juste explication="x">Oui.\n<Choix explication="y">Non.</Choix>\n</Question>',
  ],
  [
    'a last choice left open',
    ['composant-non-ferme'],
    '<Question id="q">\nQue faire ?\n<Choix juste explication="x">Oui.</Choix>\n¦<Choix explication="y">Non.\n</Question>',
  ],
  ['a closing without opening', ['composant-jamais-ouvert'], 'Texte.\n\n¦</Encadre>\n\nSuite.'],
  [
    'crossed closings',
    ['composant-non-ferme', 'composant-jamais-ouvert'],
    '<Mythe enonce="x">\n¦<Fait>\nTexte.\n</Mythe>\n¦</Fait>',
  ],
  ['a tag without its end', ['balise-non-terminee'], '¦<Encadre titre="x"\n\nTexte.\n</Encadre>'],
  ['a closing tag without its end', ['balise-non-terminee'], '<Encadre titre="x">\nTexte.\n¦</Encadre\n'],
  ['something in a closing tag', ['balise-mal-formee'], '<Encadre titre="x">\nTexte.\n¦</Encadre titre="x">\n'],
  ['a stray sign in a tag', ['balise-mal-formee'], '<Encadre titre="x" ¦= ton="info">\nTexte.\n</Encadre>'],
  ['a value that is not closed', ['guillemet-non-ferme'], '<Encadre titre=¦"x>\nTexte.\n</Encadre>'],
  [
    'straight quotes inside a value',
    ['guillemet-dans-valeur'],
    '<Encadre titre="Le ¦"vrai" sujet">\nTexte.\n</Encadre>',
  ],
  ['single quotes', ['guillemets-non-droits'], "<Encadre titre=¦'x y'>\nTexte.\n</Encadre>"],
  ['curly quotes', ['guillemets-non-droits'], '<Encadre titre=¦“x y”>\nTexte.\n</Encadre>'],
  ['no quotes', ['guillemets-non-droits'], '<Encadre titre=¦x>\nTexte.\n</Encadre>'],
  ['braces in an attribute', ['accolades-dans-attribut'], '<Encadre titre=¦{"x"} ton="info">\nTexte.\n</Encadre>'],
  [
    'two faults in one tag',
    ['accolades-dans-attribut', 'guillemets-non-droits'],
    '<Encadre titre=¦{"x"} ton=¦info>\nTexte.\n</Encadre>',
  ],
  ['an attribute written twice', ['attribut-en-double'], '<Encadre titre="x" ¦titre="y">\nTexte.\n</Encadre>'],
  ['HTML', ['html-non-admis'], 'Un ¦<div class="x">bloc.'],
  ['a closing HTML tag', ['html-non-admis', 'html-non-admis'], 'Un ¦<b>mot¦</b>.'],
  ['a script', ['html-non-admis', 'html-non-admis'], '¦<script>alert(1)¦</script>'],
  ['HTML in capitals', ['html-non-admis'], '¦<IMG SRC="x">'],
  ['an allowed name with attributes', ['html-non-admis'], 'x¦<sup onclick="y">2'],
  ['an abbreviation without its full form', ['html-non-admis', 'html-non-apparie'], 'Le ¦<abbr>CPP¦</abbr>.'],
  ['an HTML comment', ['commentaire-non-admis'], 'Texte.\n\n¦<!-- note à moi -->'],
  ['an MDX comment', ['commentaire-non-admis'], 'Texte.\n\n¦{/* note à moi */}'],
  ['a code block left open', ['code-non-ferme'], 'Texte.\n\n¦```\ncode\n'],
  ['an import', ['instruction-de-programme'], "¦import Carte from './carte.astro'\n\nTexte."],
  ['an import for its effect', ['instruction-de-programme'], '¦import "./style.css";\n\nTexte.'],
  ['a named import', ['instruction-de-programme'], "¦import { Carte } from './carte'\n\nTexte."],
  ['an export', ['instruction-de-programme'], 'Texte.\n\n¦export const titre = 1\n'],
  ['a default export', ['instruction-de-programme'], 'Texte.\n\n¦export default Page\n'],
];

test.each(CASES)('%s is an error where it stands', (_, codes, marked) => {
  const { text, places } = expectAtMarks(`${FRONT_MATTER}${marked}\n`, codes);
  const { module, problems } = compileSample({ '01-un.mdx': text });
  expect(placesOf(problems)).toEqual(places);
  expect(module).toBeNull();
});

test('lines and columns count from one, front matter included', () => {
  const { problems } = compileSample({ '01-un.mdx': `${FRONT_MATTER}\nUn <div>bloc` });
  expect(problems[0]).toMatchObject({ file: 'essai/01-un.mdx', line: 11, column: 4, severity: 'error' });
});

test('Windows line ends and a byte-order mark move nothing', () => {
  const text = `\uFEFF${FRONT_MATTER}\nUn <div>bloc`.replaceAll('\n', '\r\n');
  expect(placesOf(compileSample({ '01-un.mdx': text }).problems)).toEqual(['html-non-admis 11:4']);
});

test('the nearest known name is suggested', () => {
  const { problems } = compileSample({ '01-un.mdx': `${FRONT_MATTER}<Encadrer titre="x">\nTexte.\n</Encadrer>` });
  expect(problems[0]?.remedy).toContain('<Encadre>');
});

test('every problem of a file comes in one run', () => {
  const body =
    '# Un\n\n<Encart>\nx\n</Encart>\n\n[lien](nulle-part)\n\n<Encadre>\n<div>\n</Encadre>\n\n<Mythe enonce="x">';
  const { problems } = compileSample({ '01-un.mdx': FRONT_MATTER + body });
  expect(placesOf(problems).map((place) => place.split(' ')[0])).toEqual([
    'titre-principal',
    'composant-inconnu',
    'lien-refuse',
    'attribut-manquant',
    'html-non-admis',
    'composant-non-ferme',
    'partie-manquante',
  ]);
});
