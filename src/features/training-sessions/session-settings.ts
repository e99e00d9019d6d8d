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

export type SettingsRefusal =
  { outcome: 'no-such-module' | 'no-such-house' | 'no-such-trainer' } | { outcome: 'day-too-far' | 'day-too-old' };

/**
 * The columns that these settings are stored in; refused when they name what does not exist, or a day that cannot be meant.
 * @param days the days that it may be held on
 */
export async function resolveSettings(
  trx: Transaction<Database>,
  { heldOn, startsAt, place, houseId, trainer, moduleCode, seats }: SessionSettings,
  days: { first: CivilDate; last: CivilDate },
) {
  if (heldOn > days.last) return { outcome: 'day-too-far' } as const;
  if (heldOn < days.first) return { outcome: 'day-too-old' } as const;
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
