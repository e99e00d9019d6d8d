import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';
import { isHouse } from './house-queries.ts';
import { findModuleId, isPerson } from './session-queries.ts';

/** What is decided of a session beforehand. */
export interface SessionSettings {
  heldOn: CivilDate;
  /** `HH:MM`. */
  startsAt: string;
  place: string;
  houseId: string | null;
  /** Somebody known here, or a name. */
  trainer: { personId: string } | { name: string };
  moduleCode: string;
  seats: number;
}

export type SettingsRefusal = { outcome: 'no-such-module' | 'no-such-house' | 'no-such-trainer' };

/** The columns that these settings are stored in; refused when they name what does not exist. */
export async function resolveSettings(
  trx: Transaction<Database>,
  { heldOn, startsAt, place, houseId, trainer, moduleCode, seats }: SessionSettings,
) {
  const moduleId = await findModuleId(trx, moduleCode);
  if (moduleId === null) return { outcome: 'no-such-module' } as const;
  if (houseId !== null && !(await isHouse(trx, houseId))) return { outcome: 'no-such-house' } as const;
  const trainerId = 'personId' in trainer ? trainer.personId : null;
  if (trainerId !== null && !(await isPerson(trx, trainerId))) return { outcome: 'no-such-trainer' } as const;
  const columns = {
    held_on: heldOn,
    starts_at: startsAt,
    place,
    house_id: houseId,
    trainer_id: trainerId,
    trainer_name: 'name' in trainer ? trainer.name : null,
    module_id: moduleId,
    seats,
  };
  return { outcome: 'resolved', columns } as const;
}
