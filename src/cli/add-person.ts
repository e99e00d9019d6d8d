import type { Act } from '#domain/identity/act.ts';
import { createPerson, type NewPerson } from '#features/people/create-person.ts';
import { giveRole } from '#features/people/give-role.ts';
import { createAccount } from '#features/sign-in/create-account.ts';
import { oneTimePassword } from '#features/sign-in/one-time-password.ts';
import type { DatabaseHandle } from '#platform/db/database-file.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { Refusal } from './refusal.ts';

export interface AddedPerson extends NewPerson {
  isAdministrator: boolean;
  /** Opens an account under this name; null for none. */
  username: string | null;
}

/**
 * Adds a person with their role and account, all or nothing.
 * Returns the one-time password of the account, null without one; throws a Refusal that says what to correct.
 */
export async function addPerson(db: DatabaseHandle, act: Act, person: AddedPerson): Promise<string | null> {
  return inTransaction(db, async (trx) => {
    const created = await createPerson(trx, act, person);
    if (created.outcome === 'hr-number-taken')
      throw new Refusal(`Une personne a déjà le matricule ${person.hrNumber} : donnez-lui le rôle voulu (role give).`);
    if (created.outcome === 'no-such-unit')
      throw new Refusal(`Aucune unité n’a le code ${person.unitCode} : ajoutez-la d’abord (unit add).`);

    const { personId } = created;
    await giveRole(trx, act, { personId, role: 'learner', unitCode: null });
    if (person.isAdministrator) await giveRole(trx, act, { personId, role: 'administrator', unitCode: null });
    return person.username === null ? null : openAccount(trx, act, personId, person.username);
  });
}

async function openAccount(db: DatabaseHandle, act: Act, personId: string, username: string): Promise<string> {
  const password = oneTimePassword();
  const result = await createAccount(db, act, { personId, username, password, mustChangePassword: true });
  if (result.outcome !== 'created')
    throw new Refusal(
      `L’identifiant « ${username} » est déjà pris : choisissez-en un autre ; personne n’a été ajouté.`,
    );
  return password;
}
