import type { Page, Response } from '@playwright/test';
import { scoreOf, type SaidData } from './said.ts';

/** What the server said it had, and what was broken meanwhile. */
export interface Acknowledged {
  commits: AcknowledgedCommit[];
  lessons: { personId: string; lesson: string }[];
  kills: number;
  crashes: number;
  closed: number;
  cuts: number;
  /** Runs that came to their end; in the others something was broken too long. */
  finished: number;
}

export interface AcknowledgedCommit {
  personId: string;
  launch: number;
  sequence: number;
  place: string;
  score: number | null;
  /** The package was complete, as the answer said. */
  isComplete: boolean;
}

interface Sent {
  launch: number;
  sequence: number;
  data: SaidData;
}

/** A commit counts once its answer says so, and not before: the shell's own, and what the page had kept. */
export function listen(page: Page, personId: string, acknowledged: Acknowledged): void {
  page.on('response', (response) => {
    note(response, personId, acknowledged).catch(() => {
      // The answer went with its tab or its server: nobody was told anything.
    });
  });
}

async function note(response: Response, personId: string, { commits }: Acknowledged): Promise<void> {
  const request = response.request();
  const { pathname } = new URL(request.url());
  if (request.method() !== 'POST' || response.status() !== 200) return;
  if (!pathname.endsWith('/commit') && !pathname.endsWith('/lecture/reception')) return;
  const sent = request.postDataJSON() as Sent | { commits: Sent[] };
  const answer = (await response.json()) as { received?: string | null; isComplete?: boolean };
  if (typeof answer.received !== 'string') return;
  for (const { launch, sequence, data } of 'commits' in sent ? sent.commits : [sent])
    commits.push({
      personId,
      launch,
      sequence,
      place: data.cmi?.core?.lesson_location ?? '',
      score: scoreOf(data),
      isComplete: answer.isComplete ?? false,
    });
}
