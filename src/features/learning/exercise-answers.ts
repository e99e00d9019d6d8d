import { z } from 'zod';
import type { PathStep } from '#domain/progress/situation-path.ts';
import type { Places } from './placed-answer.ts';

const Chosen = z.object({ choices: z.array(z.string()) });
const Path = z.object({ path: z.array(z.object({ scene: z.string(), option: z.string() })) });
const Placed = z.object({ places: z.record(z.string(), z.number()) });

/** The ids stored for a question; null when there is no answer, or one to what was a case before a correction. */
export function readChosen(json: string | null | undefined): string[] | null {
  const parsed = Chosen.safeParse(json ? JSON.parse(json) : null);
  return parsed.success ? parsed.data.choices : null;
}

/** The path stored for a case. */
export function readPath(json: string | null | undefined): PathStep[] {
  const parsed = Path.safeParse(json ? JSON.parse(json) : null);
  return parsed.success ? parsed.data.path : [];
}

/** The places stored for a « Classer » or an « Ordonner ». */
export function readPlaces(json: string | null | undefined): Places | null {
  const parsed = Placed.safeParse(json ? JSON.parse(json) : null);
  return parsed.success ? parsed.data.places : null;
}

export const writeChosen = (choices: readonly string[]): string => JSON.stringify({ choices });
export const writePath = (path: readonly PathStep[]): string => JSON.stringify({ path });
export const writePlaces = (places: Places): string => JSON.stringify({ places });
