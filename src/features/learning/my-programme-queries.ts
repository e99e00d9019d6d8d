import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { CivilDate } from '#domain/time/civil-date.ts';

export interface MyProgramme {
  programmeId: string;
  slug: string;
  name: string;
  deadline: CivilDate;
  moduleIds: string[];
  /** Done elsewhere, since that day. */
  creditedOn: CivilDate | null;
  isExempt: boolean;
  /** What was done before does not count for it; null for any day. */
  countsFrom: CivilDate | null;
}

/**
 * The programmes that concern a person on a day and are not closed, the nearest deadline first, each with its modules in
 * order.
 */
export async function listMyProgrammes(db: Kysely<Database>, personId: string, on: CivilDate): Promise<MyProgramme[]> {
  const rows = await db
    .selectFrom('designation')
    .innerJoin('programme', 'programme.id', 'designation.programme_id')
    .where('designation.person_id', '=', personId)
    .where((eb) => eb.or([eb('programme.closed_on', 'is', null), eb('programme.closed_on', '>', on)]))
    .where('designation.from_date', '<=', on)
    .where((eb) => eb.or([eb('designation.to_date', 'is', null), eb('designation.to_date', '>', on)]))
    .select((eb) => [
      'programme.id',
      'programme.slug',
      'programme.name',
      'programme.deadline',
      'programme.counts_from',
      eb
        .selectFrom('credit')
        .whereRef('credit.programme_id', '=', 'programme.id')
        .whereRef('credit.person_id', '=', 'designation.person_id')
        .where('credit.counts_from', '<=', on)
        .where((until) => until.or([until('credit.to_date', 'is', null), until('credit.to_date', '>', on)]))
        .select((credit) => credit.fn.min('credit.done_on').as('done_on'))
        .as('credited_on'),
      eb
        .exists(
          eb
            .selectFrom('exemption')
            .select('exemption.id')
            .whereRef('exemption.programme_id', '=', 'programme.id')
            .whereRef('exemption.person_id', '=', 'designation.person_id')
            .where('exemption.from_date', '<=', on)
            .where((until) => until.or([until('exemption.to_date', 'is', null), until('exemption.to_date', '>', on)])),
        )
        .as('is_exempt'),
      sql<string>`(${eb
        .selectFrom('programme_module')
        .whereRef('programme_module.programme_id', '=', 'programme.id')
        .select(sql<string>`json_group_array(module_id order by position)`.as('ids'))})`.as('module_ids'),
    ])
    .orderBy('programme.deadline')
    .execute();
  return rows.map((row) => ({
    programmeId: row.id,
    slug: row.slug,
    name: row.name,
    deadline: row.deadline as CivilDate,
    moduleIds: z.array(z.string()).parse(JSON.parse(row.module_ids)),
    creditedOn: row.credited_on as CivilDate | null,
    isExempt: Boolean(row.is_exempt),
    countsFrom: row.counts_from as CivilDate | null,
  }));
}
