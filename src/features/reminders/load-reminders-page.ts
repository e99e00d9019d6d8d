import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hasPermission } from '#domain/identity/permissions.ts';
import type { Actor } from '#domain/identity/roles.ts';
import { scheduleOn, type DueStep, type StepStanding } from '#domain/obligation/reminder-steps.ts';
import { civilDateOf, type CivilDate } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { listProgrammes } from '#features/follow-up/programme-queries.ts';
import { listScopeRoots } from '#features/follow-up/scope-queries.ts';
import type { Programme, Unit } from '#features/follow-up/situation.ts';
import { listOccasions } from './changing-queries.ts';
import { pageLinks, type PageLinks } from '#platform/http/page-links.ts';
import type { RemindersQueryValues } from './forms.ts';
import { refusesDigest } from './manager-queries.ts';
import { listSteps } from './schedule-queries.ts';
import { countReminders, countSendings, listSendings } from './sending-queries.ts';
import type { ReminderCounts, Sending } from './sending.ts';

const SENDINGS_PER_PAGE = 20;

export interface ProgrammeSchedule {
  programme: Programme;
  steps: (DueStep & { standing: StepStanding })[];
}

export interface RemindersPage {
  today: CivilDate;
  /** The units the actor follows. */
  roots: Unit[];
  /** Those that are open, the nearest deadline first. */
  programmes: Programme[];
  schedules: ProgrammeSchedule[];
  maySchedule: boolean;
  /** Null for whoever follows no unit: no digest is written to them. */
  digest: { isWanted: boolean } | null;
  sendings: { sending: Sending; counts: ReminderCounts }[];
  sendingCount: number;
  links: PageLinks;
}

/** What reminds people: whom one may choose, what was sent, what leaves by itself. */
export async function loadRemindersPage(
  db: Kysely<Database>,
  actor: Actor,
  { query, now, url }: { query: RemindersQueryValues; now: Instant; url: URL },
): Promise<RemindersPage> {
  const today = civilDateOf(now);
  const programmes = (await listProgrammes(db)).filter(
    ({ opensOn, closedOn }) => opensOn <= today && (closedOn === null || closedOn > today),
  );
  const schedules = [];
  for (const programme of programmes) {
    const steps = await listSteps(db, programme.programmeId);
    const done = await listOccasions(db, programme.programmeId);
    schedules.push({ programme, steps: scheduleOn(today, programme, steps, done) });
  }
  const place = { limit: SENDINGS_PER_PAGE, offset: (query.page - 1) * SENDINGS_PER_PAGE };
  const sendings = [];
  for (const sending of await listSendings(db, actor, place))
    sendings.push({ sending, counts: await countReminders(db, sending.sendingId) });
  const sendingCount = await countSendings(db, actor);
  const isManager = actor.roles.some(({ role }) => role === 'manager');
  return {
    today,
    roots: await listScopeRoots(db, actor),
    programmes,
    schedules,
    maySchedule: hasPermission(actor, 'reminder:schedule'),
    digest: isManager ? { isWanted: !(await refusesDigest(db, actor.personId)) } : null,
    sendings,
    sendingCount,
    links: pageLinks(url, query.page, SENDINGS_PER_PAGE, sendingCount),
  };
}
