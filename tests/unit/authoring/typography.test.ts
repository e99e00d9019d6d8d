import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeset } from '#domain/authoring/typography.ts';

/** `~` is a no-break space, `_` a narrow one. */
const show = (text: string) => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '_');

test.each([
  ['Que faire ?', 'Que faire_?'],
  ['Que faire?', 'Que faire_?'],
  ['Quoi ?! Non ; oui !', 'Quoi_?! Non_; oui_!'],
  ['Attention : lisez', 'Attention~: lisez'],
  ['Attention: lisez', 'Attention~: lisez'],
  ['dit « oui », puis « non »', 'dit «~oui~», puis «~non~»'],
  ['«oui»', '«~oui~»'],
  ['« vraiment ? »', '«~vraiment_?~»'],
  ["l'eau d'aujourd'hui", 'l’eau d’aujourd’hui'],
  ['80 % ou 80%', '80_% ou 80_%'],
  ['<80 %', '<80_%'],
  ['45 000 €', '45_000_€'],
  ['1 234 567 euros', '1_234_567~euros'],
  ['en 2024 300 personnes', 'en 2024 300 personnes'],
  ['article 222-22', 'article~222-22'],
  ['les articles L. 4123-10 et 222-33', 'les articles~L.~4123-10 et 222-33'],
  ['l’article L4122-4', 'l’article~L4122-4'],
  ['art. 40 et Art. R. 4137-13', 'art.~40 et Art.~R.~4137-13'],
  ['Quoi… ? Non… ! (Oui ; non) :', 'Quoi…_? Non…_! (Oui_; non)~:'],
  ['« Oui » : « non » ; « oui » ?', '«~Oui~»~: «~non~»_; «~oui~»_?'],
  ['0,5 %, 3,4 ‰, 12 €', '0,5_%, 3,4_‰, 12_€'],
  ['12 500 militaires, 1 000 000', '12_500 militaires, 1_000_000'],
  ['n° 2018-703', 'n°~2018-703'],
  ['2 ans et 6 mois', '2~ans et 6~mois'],
  ['à 12:30 ou 10 h 30', 'à 12:30 ou 10~h 30'],
  ['le 39 19, le 17', 'le 39 19, le 17'],
  ['https://exemple.fr/a?b=1&c=d ; puis', 'https://exemple.fr/a?b=1&c=d_; puis'],
  ["https://exemple.fr/l'eau", "https://exemple.fr/l'eau"],
  ['', ''],
])('%j is set %j', (typed, set) => {
  expect(show(typeset(typed))).toBe(set);
});

test('a text already set does not change', () => {
  const french = fc.array(
    fc.constantFrom(
      ' ',
      '«',
      '»',
      ':',
      ';',
      '?',
      '!',
      "'",
      '5',
      '45 000',
      'article',
      'mot',
      '€',
      '%',
      '.',
      'L.',
      'ans',
      '\u00A0',
      '\u202F',
    ),
  );
  fc.assert(
    fc.property(french, (parts) => {
      const set = typeset(parts.join(''));
      expect(typeset(set)).toBe(set);
    }),
  );
});
