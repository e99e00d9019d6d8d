import { expect, test } from 'vitest';
import { HelpFile, HelpOverrideFile, NEEDS, overriddenBy, type Help } from '#features/help/help.ts';
import { helpSections, missingContact } from '#features/help/needs.ts';
import { parseHelp } from '#features/help/parse-help.ts';

const contact = { id: 'ecoute', nom: 'Écoute', besoin: 'parler', numero: '08 08 800 321', qui: 'Des psychologues.' };
const asYaml = (value: object) => JSON.stringify(value);

function shipped(): Help {
  return HelpFile.parse({
    exitUrl: 'https://meteofrance.com',
    besoins: NEEDS.map((id) => ({ id, titre: `Besoin ${id}` })),
    contacts: [contact, { ...contact, id: 'urgence', besoin: 'danger', numero: '112' }],
    reperes: [{ id: 'temoin', titre: 'Vous êtes témoin', texte: 'Appelez.', contacts: ['urgence', 'ecoute'] }],
  });
}

test.each([
  ['a line that is no YAML', 'contacts: [', 'la ligne'],
  [
    'a key that does not exist',
    asYaml({ contacts: [{ ...contact, tel: '12' }] }),
    'la clé «\u00a0tel\u00a0» n’existe pas',
  ],
  ['an unknown need', asYaml({ contacts: [{ ...contact, besoin: 'autre' }] }), 'contacts, n° 1, besoin'],
  [
    'a number without quotation marks',
    asYaml({ contacts: [{ ...contact, numero: 17 }] }),
    'numero\u00a0: il faut un numéro entre guillemets.',
  ],
  ['a contact without a name', asYaml({ contacts: [{ ...contact, nom: undefined }] }), 'nom\u00a0: il faut un texte.'],
  ['a single contact', asYaml({ contacts: contact }), 'contacts\u00a0: il faut une liste.'],
  ['a mere text', '"contacts"', 'le fichier\u00a0: il faut des clés'],
  ['letters in a number', asYaml({ contacts: [{ ...contact, numero: '17 bis' }] }), 'numero'],
  ['no way to reach the contact', asYaml({ contacts: [{ ...contact, numero: undefined }] }), 'un numéro (numero)'],
  ['an exit without TLS', asYaml({ exitUrl: 'http://exemple.fr' }), 'exitUrl'],
  ['an exit that is a script', asYaml({ exitUrl: 'javascript:alert(1)' }), 'exitUrl'],
  ['a need that is none', asYaml({ besoins: [{ id: 'autre', titre: 'Autre' }] }), 'besoins, n° 1, id'],
  ['a house without an id', asYaml({ maisons: [{ nom: 'Maison' }] }), 'maisons, n° 1, id'],
  ['a house with a field of its own', asYaml({ maisons: [{ id: 'a', fax: '1' }] }), 'la clé «\u00a0fax\u00a0»'],
  ['letters in the number of a house', asYaml({ maisons: [{ id: 'a', telephone: 'sur demande' }] }), 'telephone'],
  ['a mail address that is none', asYaml({ maisons: [{ id: 'a', courriel: 'accueil' }] }), 'courriel'],
  ['a link without TLS', asYaml({ contacts: [{ ...contact, lien: 'http://exemple.fr' }] }), 'lien'],
])('says in French what is wrong: %s', (_title, text, part) => {
  expect(parseHelp(text, HelpOverrideFile)).toEqual({ value: null, problem: expect.stringContaining(part) });
});

test('an installation may say nothing of its own', () => {
  expect(parseHelp('', HelpOverrideFile).problem).toBeNull();
});

test('a closed network leaves by a page of the house', () => {
  const parsed = parseHelp('exitUrl: /quitter', HelpOverrideFile);
  expect(overriddenBy(shipped(), parsed.value!).exitUrl).toBe('/quitter');
});

test('an entry of the installation replaces the one of the same id in its place, and a new one comes after', () => {
  const override = HelpOverrideFile.parse({
    contacts: [
      { ...contact, id: 'cellule', numero: '01 23 45 67 89' },
      { ...contact, nom: 'Écoute de la base' },
    ],
  });
  const help = overriddenBy(shipped(), override);
  expect(help.contacts.map(({ id, nom }) => `${id}: ${nom}`)).toEqual([
    'ecoute: Écoute de la base',
    'urgence: Écoute',
    'cellule: Écoute',
  ]);
  expect(help).toMatchObject({ exitUrl: 'https://meteofrance.com', reperes: shipped().reperes });
});

test('the page begins with immediate danger, and leaves out needs without contact nor text', () => {
  expect(helpSections(shipped()).needs.map(({ id }) => id)).toEqual(['danger', 'parler']);
});

test('a file that forgets a need is refused: its contacts would be nowhere', () => {
  const parsed = parseHelp(asYaml({ ...shipped(), besoins: [{ id: 'danger', titre: 'Danger' }] }), HelpFile);
  expect(parsed.problem).toContain('une entrée pour chaque besoin');
});

test('who is called at once are the numbers of immediate danger', () => {
  const help = overriddenBy(
    shipped(),
    HelpOverrideFile.parse({
      contacts: [{ ...contact, id: 'garde', besoin: 'danger', numero: undefined, ou: 'Au poste de garde' }],
    }),
  );
  expect(helpSections(help).urgent.map(({ id }) => id)).toEqual(['urgence']);
});

test('an orientation comes with its contacts, in its own order', () => {
  expect(helpSections(shipped()).orientations).toMatchObject([
    { id: 'temoin', contacts: [{ id: 'urgence', numero: '112' }, { id: 'ecoute' }] },
  ]);
});

test('an orientation that names nobody known keeps the others, and the problem is said', () => {
  const reperes = [{ id: 'temoin', titre: 'Témoin', texte: 'Appelez.', contacts: ['inconnu', 'ecoute'] }];
  const help = overriddenBy(shipped(), HelpOverrideFile.parse({ reperes }));
  expect(helpSections(help).orientations[0]?.contacts.map(({ id }) => id)).toEqual(['ecoute']);
  expect(missingContact(help)).toContain('temoin');
  expect(missingContact(shipped())).toBeNull();
});
