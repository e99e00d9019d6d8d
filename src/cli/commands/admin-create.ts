import { z } from 'zod';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { addPerson } from '../add-person.ts';
import { command, required, requiredHrNumber } from '../command.ts';

export const adminCreate = command({
  name: 'admin create',
  usage: '--matricule <n°> --prenom "<prénom>" --nom "<nom>" --unite <code> --identifiant <identifiant>',
  summary: 'Crée un administrateur et affiche son mot de passe provisoire (l’unité d’abord : unit add).',
  options: {
    matricule: { type: 'string' },
    prenom: { type: 'string' },
    nom: { type: 'string' },
    unite: { type: 'string' },
    identifiant: { type: 'string' },
  },
  schema: z.object({
    matricule: requiredHrNumber,
    prenom: required('le prénom'),
    nom: required('le nom'),
    unite: required('le code de l’unité'),
    identifiant: required('l’identifiant'),
  }),
  async run({ matricule, prenom, nom, unite, identifiant }, { act, say, openDatabase }) {
    const password = await addPerson(await openDatabase(), act, {
      hrNumber: matricule,
      givenName: prenom,
      familyName: nom,
      status: 'civilian',
      unitCode: unite,
      fromDate: civilDateOf(act.at),
      isAdministrator: true,
      username: identifiant,
    });
    say(`${prenom} ${nom} est administrateur, identifiant « ${identifiant} ».`);
    say(`Mot de passe provisoire, à changer à la première connexion : ${password}`);
  },
});
