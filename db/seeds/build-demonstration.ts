import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import { parseInstant, type Instant } from '#domain/time/instant.ts';
import { createProgramme } from '#features/obligations/create-programme.ts';
import { createUnit } from '#features/people/create-unit.ts';
import { publishContent } from '#features/publishing/publish-content.ts';
import type { ModuleFolder } from '#features/publishing/module-folder.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { admitCast } from './admit-cast.ts';
import { admitPerson } from './admit-person.ts';
import { listSeedUnits } from './organisation.ts';
import { drawPeople } from './people.ts';
import { CAST } from './cast.ts';
import { decide } from './decide.ts';
import { followProgramme } from './follow-programme.ts';
import { holdSessions } from './hold-sessions.ts';
import { chanceFrom } from './random.ts';
import { sendReminders } from './send-reminders.ts';

/** The programme of the framework agreement, as the demonstration opens it. */
export const PROGRAMME = 'formation-initiale-vss';
export const PEOPLE_COUNT = 1200;

const SEED = 20240718;
const OPENED_AT = parseInstant('2026-01-05T08:00:00Z');

export interface DemonstrationOptions {
  now: Instant;
  deadline: CivilDate;
  /** The folders of content/, read beforehand. */
  modules: ModuleFolder[];
  say(sentence: string): void;
}

/** Builds the demonstration with the product's own commands, as people would have used them since January. */
export async function buildDemonstration(db: Kysely<Database>, options: DemonstrationOptions): Promise<void> {
  const opening: Act = { by: null, at: OPENED_AT < options.now ? OPENED_AT : options.now, requestId: null };
  await inTransaction(db, async (trx) => {
    options.say('publication des modules…');
    await publishContent(trx, opening, options.modules);
    await openProgramme(trx, opening, options);
    options.say('organisation fictive : unités et personnes…');
    for (const unit of listSeedUnits()) await createUnit(trx, opening, unit);
    await admitCast(trx, opening, PROGRAMME);
    await liveThroughTheYear(trx, opening, options);
    await checkPeople(trx);
  });
}

async function openProgramme(trx: Transaction<Database>, opening: Act, options: DemonstrationOptions): Promise<void> {
  const result = await createProgramme(trx, opening, {
    slug: PROGRAMME,
    name: 'Formation initiale VSS',
    opensOn: civilDateOf(opening.at),
    deadline: options.deadline,
    moduleCodes: ['m1', 'm2', 'm3', 'm4'],
  });
  if (result.outcome !== 'created') throw new Error(`the programme was not created: ${result.outcome}`);
}

async function liveThroughTheYear(
  trx: Transaction<Database>,
  opening: Act,
  { now, deadline, say }: DemonstrationOptions,
) {
  const chance = chanceFrom(SEED);
  const people = drawPeople(chance, listSeedUnits(), PEOPLE_COUNT);
  for (const person of people) await admitPerson(trx, opening, person, PROGRAMME, civilDateOf(now));
  say('une année d’apprentissage…');
  for (const person of people) await followProgramme(trx, chance, person, now);
  await holdSessions(trx, opening, people, now);
  await sendReminders(trx, opening, people, { programme: PROGRAMME, deadline, now });
  await decide(trx, people, { now, programme: PROGRAMME, opensOn: civilDateOf(opening.at) });
}

/** A demonstration that lacks people would be believed all the same: better none. */
async function checkPeople(trx: Transaction<Database>): Promise<void> {
  const { count } = await trx
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count !== PEOPLE_COUNT + CAST.length) throw new Error(`the demonstration has ${count} people`);
}
