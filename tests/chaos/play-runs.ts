import { chromium } from '@playwright/test';
import type { Acknowledged } from './acknowledged.ts';
import { newLearner, type Learner } from './learner.ts';
import { playRun } from './play-run.ts';
import { randomOf } from './random.ts';
import type { ChaosSite } from './site.ts';

interface Asked {
  runs: number;
  seed: number;
  chromium: string;
  say(sentence: string): void;
}

const LEARNERS = 4;
const NOTHING: Acknowledged = { commits: [], lessons: [], kills: 0, crashes: 0, closed: 0, cuts: 0, finished: 0 };

/** Plays learners side by side through breakages that the seed chooses. */
export async function playRuns(
  site: ChaosSite,
  { runs, seed, chromium: executablePath, say }: Asked,
): Promise<Acknowledged> {
  const acknowledged = structuredClone(NOTHING);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  let played = 0;
  const playAll = async (learner: Learner, first: number): Promise<void> => {
    for (let run = first; run <= runs; run += LEARNERS) {
      await playRun(site, learner, {
        run,
        turn: Math.floor((run - 1) / LEARNERS),
        random: randomOf(seed * 10_000 + run),
        acknowledged,
      });
      played += 1;
      if (played % 10 === 0) say(`  ${played} sur ${runs} : ${acknowledged.commits.length} envois reçus`);
    }
  };
  try {
    const learners: Learner[] = [];
    while (learners.length < LEARNERS) learners.push(await newLearner(site, browser));
    await Promise.all(learners.map((learner, place) => playAll(learner, place + 1)));
    await site.whenUp();
  } finally {
    await browser.close();
  }
  return acknowledged;
}
