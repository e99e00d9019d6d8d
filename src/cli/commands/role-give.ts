import { z } from 'zod';
import { ROLE_NAMES } from '#domain/identity/roles.ts';
import { giveRole } from '#features/people/give-role.ts';
import { command, requiredHrNumber } from '../command.ts';
import { requirePerson } from '../require-person.ts';
import { Refusal } from '../refusal.ts';

const ROLES = {
  apprenant: 'learner',
  formateur: 'trainer',
  responsable: 'manager',
  administrateur: 'administrator',
} as const;

export const roleGive = command({
  name: 'role give',
  usage: '--matricule <n°> --role apprenant|formateur|responsable|administrateur [--unite <code>]',
  summary: 'Donne un rôle ; celui de responsable porte sur une unité et tout ce qui est au-dessous.',
  options: { matricule: { type: 'string' }, role: { type: 'string' }, unite: { type: 'string' } },
  schema: z.object({
    matricule: requiredHrNumber,
    role: z.enum(['apprenant', 'formateur', 'responsable', 'administrateur'], {
      error: 'apprenant, formateur, responsable ou administrateur',
    }),
    unite: z.string().optional(),
  }),
  async run({ matricule, role, unite }, { act, say, openDatabase }) {
    const db = await openDatabase();
    const personId = await requirePerson(db, matricule);
    const result = await giveRole(db, act, { personId, role: ROLES[role], unitCode: unite ?? null });
    switch (result.outcome) {
      case 'given':
        return say(`Rôle donné : ${ROLE_NAMES[ROLES[role]]}${unite ? ` (${unite})` : ''}.`);
      case 'already-held':
        return say('Cette personne a déjà ce rôle : rien n’a changé.');
      case 'no-such-unit':
        throw new Refusal(`Aucune unité n’a le code ${unite}.`);
      case 'unit-required':
        throw new Refusal('Un responsable l’est d’une unité : ajoutez --unite <code>.');
      case 'unit-not-allowed':
        throw new Refusal('Seul le rôle de responsable porte sur une unité : retirez --unite.');
    }
  },
});
