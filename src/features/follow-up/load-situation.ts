import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { parseCivilDate, type CivilDate } from '#domain/time/civil-date.ts';
import type { SituationQueryValues } from './forms.ts';
import type { View } from './links.ts';
import { listAskedModules, listProgrammes } from './programme-queries.ts';
import type { Programme, Situation } from './situation.ts';

export interface AskedSituation {
  situation: Situation;
  programmes: Programme[];
  view: View;
  today: CivilDate;
  /** The day asked for was not one of the past: today is shown instead, and the page says so. */
  isDayRefused: boolean;
}

/** The programme and the day that an address asks for; null when there is no such programme, or none at all yet. */
export async function loadSituation(
  db: Kysely<Database>,
  query: SituationQueryValues,
  today: CivilDate,
): Promise<AskedSituation | null> {
  const programmes = await listProgrammes(db);
  const usual = usualProgramme(programmes, today);
  const programme = query.programme === '' ? usual : programmes.find(({ slug }) => slug === query.programme);
  if (!programme) return null;

  const asked = query.au === '' ? today : parseCivilDate(query.au);
  const isDayRefused = asked === null || asked > today;
  const day = isDayRefused ? today : asked;
  const modules = await listAskedModules(db, programme.programmeId, day);
  const onlyModule = modules.find(({ code }) => code === query.module)?.code ?? null;
  return {
    situation: { programme, day, modules, onlyModule },
    programmes,
    view: {
      programme: programme === usual ? null : programme.slug,
      day: day === today ? null : day,
      module: onlyModule,
    },
    today,
    isDayRefused,
  };
}

/** Of those that are open, the next deadline to come; when all have passed, the latest. */
function usualProgramme(programmes: readonly Programme[], today: CivilDate): Programme | undefined {
  const open = programmes.filter(({ closedOn }) => closedOn === null || closedOn > today);
  return open.find(({ deadline }) => deadline >= today) ?? open.at(-1) ?? programmes.at(-1);
}
