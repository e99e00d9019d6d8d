import { expect, test } from 'vitest';
import { compileSample, expectAtMarks, FRONT_MATTER, IMAGE, placesOf } from './sample-module.ts';

// `¦` marks where each problem is expected.
const CASES: [string, string[], string][] = [
  ['a first-level heading', ['titre-principal'], '¦# Titre\n\nTexte.'],
  ['an underlined first-level heading', ['titre-principal'], '¦Titre\n=====\n\nTexte.'],
  ['a first heading too deep', ['niveau-de-titre-saute'], '¦### Titre'],
  ['a skipped level', ['niveau-de-titre-saute'], '## Un\n\n¦#### Deux\n\n## Trois'],
  ['a fifth level', ['titre-trop-profond'], '## Un\n\n¦##### Deux'],
  ['an empty heading', ['titre-vide'], '¦##\n\nTexte.'],
  ['a heading in a component', ['titre-dans-composant'], '<Encadre titre="x">\n¦## Titre\n</Encadre>'],
  ['an image without text', ['image-sans-texte'], 'Voici ¦![](media/schema.svg)'],
  ['an image that is not there', ['image-introuvable'], '¦![Un schéma](media/shema.svg)'],
  ['an image from elsewhere', ['image-introuvable'], '¦![Un schéma](https://exemple.fr/x.png)'],
  ['an image named after an object’s own parts', ['image-introuvable'], '¦![x](constructor)'],
  ['an address on two lines', ['lien-par-renvoi', 'lien-par-renvoi'], '¦[texte][a]\n\n¦[a]: https://exemple.fr'],
  ['a link without address', ['lien-vide'], 'Un ¦[texte]().'],
  ['a link without text', ['lien-vide'], 'Un ¦[](/aide).'],
  ['a lesson that is not there', ['lecon-introuvable'], 'Voir ¦[la suite](02-deux.mdx).'],
  ['a heading that is not there', ['titre-introuvable'], '## Un\n\nVoir ¦[plus haut](#deux).'],
  ['a heading that is not in the other lesson', ['titre-introuvable'], 'Voir ¦[ici](01-un.mdx#deux).'],
  ['a help entry that is not there', ['aide-introuvable'], 'Voir ¦[l’aide](/aide#samu).'],
  ['a module that is not there', ['module-introuvable'], 'Voir ¦[le module](/modules/autre).'],
  ['an address by number', ['lien-refuse'], 'Voir ¦[la suite](/modules/m7/1).'],
  ['a page of the application', ['lien-refuse'], 'Voir ¦[le compte](/compte).'],
  ['a script in a link', ['lien-refuse'], 'Un ¦[texte](javascript:alert(1)).'],
  ['a script in disguise', ['lien-refuse'], 'Un ¦[texte](&#106;avascript:alert).'],
  ['data in a link', ['lien-refuse'], 'Un ¦[texte](data:text/html,x).'],
  ['an address without its scheme', ['lien-refuse'], 'Un ¦[texte](//exemple.fr).'],
  ['a letter', ['lien-refuse'], 'Un ¦[texte](mailto:a@exemple.fr).'],
  ['a resource to nowhere', ['lien-refuse'], '<Ressource titre="x" ¦lien="javascript:alert(1)">\nTexte.\n</Ressource>'],
  ['HTML that is not closed', ['html-non-apparie'], 'Le 1¦<sup>er mars.'],
  ['HTML across bold', ['html-non-apparie', 'html-non-apparie'], 'Le **1¦<sup>er** mars¦</sup>.'],
  ['quotations without end', ['mise-en-forme-excessive'], `¦${'> '.repeat(300)}a`],
  ['an endless paragraph', ['mise-en-forme-excessive'], `¦${'mot '.repeat(4000)}`],
];

test.each(CASES)('%s is an error where it stands', (_, codes, marked) => {
  const { text, places } = expectAtMarks(FRONT_MATTER + marked, codes);
  expect(placesOf(compileSample({ '01-un.mdx': text }, 'essai', IMAGE).problems)).toEqual(places);
});

test.each([
  ['an image nobody shows', ['image-inutilisee 1:1'], 'Texte.'],
  ['a tooltip', ['infobulle-ignoree 10:1'], '[texte](/aide "plus") ![x](media/schema.svg)'],
  ['a character of a symbol font', ['caractere-de-symbole 10:1'], '\uF0B7 point ![x](media/schema.svg)'],
])('%s is only a notice', (_, notices, body) => {
  const { module, problems } = compileSample({ '01-un.mdx': FRONT_MATTER + body }, 'essai', IMAGE);
  expect(placesOf(problems, 'notice')).toEqual(notices);
  expect(module).not.toBeNull();
});
