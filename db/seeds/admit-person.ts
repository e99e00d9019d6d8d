import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { addDays, civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant } from '#domain/time/instant.ts';
import { designatePerson } from '#features/obligations/designate-person.ts';
import { exemptPerson } from '#features/obligations/exempt-person.ts';
import { recordAbsence } from '#features/obligations/record-absence.ts';
import { recordCredit } from '#features/obligations/record-credit.ts';
import { createPerson } from '#features/people/create-person.ts';
import { movePerson } from '#features/people/move-person.ts';
import type { SeedPerson } from './people.ts';

/** Adds one person, their designation and what keeps them from the programme; nothing dated after `today`. */
export async function admitPerson(
  trx: Transaction<Database>,
  act: Act,
  person: SeedPerson,
  programme: string,
  today: CivilDate,
): Promise<void> {
  const { personId } = person;
  await createPerson(trx, act, { ...person, fromDate: person.arrivedOn });
  if (person.movesTo && person.movesTo.on <= today && person.movesTo.on > person.arrivedOn)
    await movePerson(trx, act, { personId, ...person.movesTo });
  if (!person.isDesignated) return;

  await designatePerson(trx, act, { programme, personId, from: designationDay(act, person) });
  if (person.exemption) await exemptPerson(trx, act, { programme, personId, ...person.exemption });
  if (person.credit && person.credit.doneOn < today)
    await recordCredit(trx, actOn(addDays(person.credit.doneOn, 1)), { programme, personId, ...person.credit });
  if (person.absence) await recordAbsence(trx, act, { personId, ...person.absence });
}

/** At the office, the morning of a day. */
function actOn(day: CivilDate): Act {
  return { by: null, at: parseInstant(`${day}T07:30:00Z`), requestId: null };
}

function designationDay(act: Act, person: SeedPerson): CivilDate {
  const opening = civilDateOf(act.at);
  return person.arrivedOn > opening ? person.arrivedOn : opening;
}
