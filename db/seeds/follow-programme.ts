import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Act } from '#domain/identity/act.ts';
import { neededRightAnswers } from '#domain/assessment/grade-attempt.ts';
import { addDays, civilDateOf, daysBetween, type CivilDate } from '#domain/time/civil-date.ts';
import { addDuration, minutes, parseInstant, type Instant } from '#domain/time/instant.ts';
import { answerQuestion } from '#features/assessments/answer-question.ts';
import { finishAttempt } from '#features/assessments/finish-attempt.ts';
import { openAttempt } from '#features/assessments/open-attempt.ts';
import { beginModule } from '#features/learning/begin-module.ts';
import { markLessonRead } from '#features/learning/mark-lesson-read.ts';
import { listLiveVersions, type PublishedVersion } from '#features/publishing/versions.ts';
import { newId } from '#platform/ids.ts';
import type { SeedPerson } from './people.ts';
import type { Chance } from './random.ts';

const CAMPAIGN_START = '2026-01-12' as CivilDate;

/** Plays what a person did since January, day after day, and stops at `now`. */
export async function followProgramme(
  trx: Transaction<Database>,
  chance: Chance,
  person: SeedPerson,
  now: Instant,
): Promise<void> {
  if (person.story === 'not-started' || person.credit || person.exemption) return;
  const versions = await listLiveVersions(trx);
  const count = person.story === 'done' ? versions.length : chance.between(1, versions.length) - 1;
  let day = drawFirstDay(chance, person, civilDateOf(now));
  for (const version of versions.slice(0, count)) {
    const at = timeOfDay(chance, day);
    if (at > now) return;
    await completeModule(trx, chance, { person, version, at, now });
    day = addDays(day, chance.between(1, 12));
  }
  const next = versions[count];
  const at = timeOfDay(chance, day);
  if (person.story === 'in-progress' && next && at <= now)
    await beginModule(trx, actOf(person, at), { code: next.code });
}

/** Spread over the campaign, fewer in August and in the first weeks. */
function drawFirstDay(chance: Chance, person: SeedPerson, today: CivilDate): CivilDate {
  const span = Math.max(1, daysBetween(CAMPAIGN_START, today));
  const day = addDays(CAMPAIGN_START, Math.floor(span * Math.sqrt(chance.next())));
  if (day.slice(5, 7) === '08' && chance.isHit(0.7)) return drawFirstDay(chance, person, today);
  return day < person.arrivedOn ? addDays(person.arrivedOn, 10) : day;
}

function timeOfDay(chance: Chance, day: CivilDate): Instant {
  return addDuration(parseInstant(`${day}T06:30:00Z`), minutes(chance.between(0, 600)));
}

async function completeModule(
  trx: Transaction<Database>,
  chance: Chance,
  { person, version, at, now }: { person: SeedPerson; version: PublishedVersion; at: Instant; now: Instant },
): Promise<void> {
  const { code, module } = version;
  let time = at;
  const nextAct = () => {
    const next = addDuration(time, minutes(chance.between(1, 4)));
    // Nobody has done anything yet after this instant.
    time = next < now ? next : now;
    return actOf(person, time);
  };
  for (const lesson of module.lessons) await markLessonRead(trx, nextAct(), { code, lesson: lesson.slug });
  await passAssessment(trx, nextAct, version);
}

async function passAssessment(
  trx: Transaction<Database>,
  nextAct: () => Act,
  version: PublishedVersion,
): Promise<void> {
  const opened = await openAttempt(trx, nextAct(), { code: version.code, attemptId: newId() });
  if (opened.outcome !== 'opened') throw new Error(`the attempt was not opened: ${opened.outcome}`);
  const needed = neededRightAnswers(version.module.passMark, opened.questionIds.length);
  for (const [index, questionId] of opened.questionIds.slice(0, needed).entries()) {
    const question = version.module.pool.find((candidate) => candidate.id === questionId);
    const choices = question?.choices.filter((choice) => choice.isRight).map((choice) => choice.id) ?? [];
    await answerQuestion(trx, nextAct(), {
      attemptId: opened.attemptId,
      position: index + 1,
      choices,
      eventId: newId(),
    });
  }
  await finishAttempt(trx, nextAct(), { attemptId: opened.attemptId });
}

function actOf(person: SeedPerson, at: Instant): Act {
  return { by: person.personId, at, requestId: null };
}
