import { expect, test } from 'vitest';
import { compileSample, expectAtMarks, FRONT_MATTER, placesOf } from './sample-module.ts';

const scene = (id: string, ...options: string[]) => `<Scene id="${id}">\nTexte.\n\n${options.join('\n')}\n</Scene>\n`;
const option = (to: string, mark = '') => `<Option ${mark}vers="${to}" avis="juste" consequence="Bien.">Agir.</Option>`;
const LAST = '<Option avis="risque" consequence="Fin.">Partir.</Option>';
const situation = (...scenes: string[]) =>
  `<Situation id="cas" titre="Un cas" regard="temoin" cadre="Ici">\nIntroduction.\n\n${scenes.join('\n')}\n</Situation>`;

// `¦` marks where each problem is expected.
const CASES: [string, string[], string][] = [
  ['no scene', ['partie-manquante'], `¦${situation()}`],
  ['a first scene without option', ['scene-sans-option'], situation(`¦${scene('a')}`)],
  ['an option to nowhere', ['scene-introuvable'], situation(scene('a', option('c', '¦'), option('b')), scene('b'))],
  ['a scene that nothing reaches', ['scene-inaccessible'], situation(scene('a', LAST), `¦${scene('b', LAST)}`)],
  [
    'two scenes of one name',
    ['scene-en-double'],
    situation(scene('a', option('b')), scene('b'), scene('b').replace('id', '¦id')),
  ],
  ['an option back to its scene', ['scene-en-boucle'], situation(scene('a', option('a', '¦'), LAST))],
  [
    'a long way round',
    ['scene-en-boucle'],
    situation(scene('a', option('b')), scene('b', option('c')), scene('c', LAST, option('a', '¦'))),
  ],
  ['a wrong verdict', ['attribut-incorrect'], situation(scene('a', LAST.replace('avis="risque"', '¦avis="faux"')))],
  [
    'an option without consequence',
    ['attribut-manquant'],
    situation(scene('a', LAST.replace(' consequence="Fin."', '').replace('<', '¦<'))),
  ],
  ['an empty scene', ['composant-vide'], situation(scene('a', option('b')), '¦<Scene id="b"></Scene>')],
  ['text after the options', ['texte-hors-place'], situation(scene('a', LAST, '¦Texte.'))],
];

test.each(CASES)('a case with %s is an error', (_, codes, marked) => {
  const { text, places } = expectAtMarks(FRONT_MATTER + marked, codes);
  expect(placesOf(compileSample({ '01-un.mdx': text }).problems)).toEqual(places);
});

test('two paths may meet again', () => {
  const body = situation(
    scene('a', option('b'), option('c')),
    scene('b', option('d')),
    scene('c', option('d')),
    scene('d'),
  );
  expect(placesOf(compileSample({ '01-un.mdx': FRONT_MATTER + body }).problems)).toEqual([]);
});
