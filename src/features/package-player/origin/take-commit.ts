import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '#platform/ids.ts';
import { CommitBody } from '../commit-schema.ts';
import { noteSeen, type ServedLaunch } from '../find-served-launch.ts';
import { receiveCommit } from '../receive-commit.ts';
import { answerJson } from './answer.ts';
import type { PackagesOrigin } from './packages-server.ts';

/** In bytes: the state of one item, its interactions with it. */
const MAX_COMMIT = 1_000_000;
const MOST_READ = 32_000_000;

/** Takes one commit of a launch: JSON, or plain text as beacons send it. Nothing is acknowledged before it is on the disk. */
export async function takeCommit(
  { db, clock }: PackagesOrigin,
  launch: ServedLaunch,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await bodyOf(request);
  if (text === null) return answerJson(response, 413, refusal('La demande est trop lourde.'));
  const parsed = CommitBody.safeParse(parsedJson(text));
  // A launch speaks for itself alone.
  if (!parsed.success || parsed.data.launch !== launch.ordinal)
    return answerJson(response, 400, refusal('La demande n’est pas celle d’une ouverture.'));
  const now = clock.now();
  const result = await receiveCommit(db, {
    attemptId: launch.attemptId,
    commit: parsed.data,
    now,
    requestId: newId(),
  });
  switch (result.kind) {
    case 'received':
      // A beacon, which is plain text, is sent by a tab that goes.
      if (request.headers['content-type'] === 'application/json') await noteSeen(db, launch, now);
      return answerJson(response, 200, {
        result: true,
        errorCode: 0,
        received: result.at,
        isComplete: result.isComplete,
        end: launch.end,
      });
    case 'refused':
      return answerJson(response, 422, { ...refusal(result.reason), element: result.element });
    case 'unknown':
      return answerJson(response, 404, refusal('Introuvable.'));
  }
}

const refusal = (message: string) => ({ result: false, errorCode: 101, message });

/**
 * The body as text; null when it is too heavy, or when its tab went in the middle of it. What is too heavy is read to its end
 * all the same, within reason: an answer that comes before it is lost with the connection.
 */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size <= MAX_COMMIT) pieces.push(piece);
      if (size > MOST_READ) return null;
    }
  } catch {
    return null;
  }
  return size > MAX_COMMIT ? null : Buffer.concat(pieces).toString('utf8');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
