import { z } from 'zod';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { addPerson } from '../add-person.ts';
import { command, optionalDate, required, requiredHrNumber } from '../command.ts';

const STATUSES = { militaire: 'military', civil: 'civilian', eleve: 'student' } as const;

export const personAdd = command({
  name: 'person add',
  usage:
    '--matricule <n°> --prenom "<prénom>" --nom "<nom>" --statut militaire|civil|eleve --unite <code> [--depuis AAAA-MM-JJ] [--identifiant <identifiant>]',
  summary:
    'Ajoute une personne à une unité ; avec --identifiant, ouvre son compte et affiche un mot de passe provisoire.',
  options: {
    matricule: { type: 'string' },
    prenom: { type: 'string' },
    nom: { type: 'string' },
    statut: { type: 'string' },
    unite: { type: 'string' },
    depuis: { type: 'string' },
    identifiant: { type: 'string' },
  },
  schema: z.object({
    matricule: requiredHrNumber,
    prenom: required('le prénom').max(100, '100 caractères au plus'),
    nom: required('le nom').max(100, '100 caractères au plus'),
    statut: z
      .enum(['militaire', 'civil', 'eleve'], { error: 'militaire, civil ou eleve' })
      .transform((word) => STATUSES[word]),
    unite: required('le code de l’unité'),
    depuis: optionalDate,
    identifiant: z.string().trim().min(1, 'un identifiant').max(200, '200 caractères au plus').optional(),
  }),
  async run(input, { act, say, openDatabase }) {
    const password = await addPerson(await openDatabase(), act, {
      hrNumber: input.matricule,
      givenName: input.prenom,
      familyName: input.nom,
      status: input.statut,
      unitCode: input.unite,
      fromDate: input.depuis ?? civilDateOf(act.at),
      isAdministrator: false,
      username: input.identifiant ?? null,
    });
    say(`${input.prenom} ${input.nom} (${input.matricule}) : personne ajoutée à l’unité ${input.unite}.`);
    if (password)
      say(`Mot de passe provisoire de « ${input.identifiant} », à changer à la première connexion : ${password}`);
  },
});
