import { z } from 'zod';
import { civilDateOf } from '#domain/time/civil-date.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { command, optionalDate, required, requiredHrNumber } from '../command.ts';
import { requirePerson } from '../require-person.ts';
import { Refusal } from '../refusal.ts';

export const designate = command({
  name: 'designate',
  usage: '--matricule <n°> --parcours <nom court> [--depuis AAAA-MM-JJ]',
  summary: 'Désigne une personne pour un parcours.',
  options: { matricule: { type: 'string' }, parcours: { type: 'string' }, depuis: { type: 'string' } },
  schema: z.object({
    matricule: requiredHrNumber,
    parcours: required('le nom court du parcours'),
    depuis: optionalDate,
  }),
  async run({ matricule, parcours, depuis }, { act, say, openDatabase }) {
    const db = await openDatabase();
    const personId = await requirePerson(db, matricule);
    const from = depuis ?? civilDateOf(act.at);
    const result = await designatePerson(db, act, { programme: parcours, personId, from });
    switch (result.outcome) {
      case 'designated':
        return say(`Personne désignée pour « ${parcours} » depuis le ${from}.`);
      case 'already-designated':
        return say('Cette personne est déjà désignée : rien n’a changé.');
      case 'no-such-programme':
        throw new Refusal(`Aucun parcours ne s’appelle « ${parcours} » : ouvrez-le d’abord (programme open).`);
    }
  },
});
