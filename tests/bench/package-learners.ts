import { Agent, request } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { amina } from '#db/seeds/cast.ts';
import type { Commit, RuntimeData } from '#domain/packaging/commit.ts';
import { civilDateOf } from '#domain/time/civil-date.ts';
import type { Instant } from '#domain/time/instant.ts';
import { createPerson } from '#features/people/create-person.ts';
import { openSignedIn } from '#tests/support/packages/open-signed-in.ts';

/** A learner who has a package open: where its shell sends what it says. */
export interface PackageLearner {
  host: string;
  path: string;
}

/** So many learners of a demonstration, each with the package open in one tab. */
export async function openForLearners(
  db: Kysely<Database>,
  { code, count, port, at }: { code: string; count: number; port: number; at: Instant },
): Promise<PackageLearner[]> {
  const learners: PackageLearner[] = [];
  for (let number = 1; number <= count; number += 1) {
    const person = {
      hrNumber: `PAQUET-${number}`,
      givenName: 'Personne',
      familyName: `Numéro ${number}`,
      status: 'military' as const,
      unitCode: amina.unitCode,
      fromDate: civilDateOf(at),
    };
    const created = await createPerson(db, { by: null, at, requestId: null }, person);
    if (created.outcome !== 'created') throw new Error(created.outcome);
    const act = { by: created.personId, at, requestId: null };
    const opened = await openSignedIn(db, act, { code });
    if (opened.outcome !== 'opened') throw new Error(opened.outcome);
    const { token, host_label } = await db
      .selectFrom('package_launch')
      .innerJoin('package_attempt', 'package_attempt.id', 'package_launch.attempt_id')
      .where('package_launch.id', '=', opened.launchId)
      .select(['token', 'host_label'])
      .executeTakeFirstOrThrow();
    learners.push({ host: `${host_label}.localhost:${port}`, path: `/${token}/commit` });
  }
  return learners;
}

let sequence = 0;

/**
 * How many commits a second are acknowledged when each learner sends the next as soon as the last is received; every one of
 * them has to be.
 */
export async function commitsPerSecond(
  learners: readonly PackageLearner[],
  { port, seconds, commit }: { port: number; seconds: number; commit: Commit },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: learners.length });
  const end = performance.now() + seconds * 1000;
  const counts = await Promise.all(
    learners.map(async (learner) => {
      let received = 0;
      for (; performance.now() < end; received += 1) {
        sequence += 1;
        await send(agent, port, learner, { ...commit, sequence });
      }
      return received;
    }),
  );
  agent.destroy();
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

function send(agent: Agent, port: number, { host, path }: PackageLearner, commit: Commit): Promise<void> {
  const body = JSON.stringify(commit);
  const headers = { host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => (text += piece.toString()));
      response.on('end', () => {
        const isReceived = response.statusCode === 200 && text.includes('"received"');
        if (isReceived) resolve();
        else reject(new Error(`${response.statusCode}: ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What an authoring tool has said in the middle of a lesson: some bookmark, ten answers. */
export const LESSON_DATA: RuntimeData = {
  cmi: {
    core: { lesson_status: 'incomplete', lesson_location: 'page-12', score: { raw: '60' }, session_time: '00:12:30' },
    suspend_data: 'v1;'.repeat(680),
    interactions: Object.fromEntries(
      Array.from({ length: 10 }, (_, place) => [
        String(place),
        { id: `question-${place}`, type: 'choice', student_response: 'a', result: 'correct', latency: '00:00:21' },
      ]),
    ),
  },
};
