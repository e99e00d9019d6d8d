/** A number in [0, 1), like Math.random; given by the caller, so that a draw can be repeated. */
export type Random = () => number;

export interface DrawableQuestion {
  id: string;
  /** The slug of the lesson it asks about. */
  lesson: string;
}

export interface Draw {
  pool: readonly DrawableQuestion[];
  /** The `tirage` of the module. */
  drawSize: number;
  /** What the attempt before drew; empty for a first attempt. */
  previous: readonly string[];
  random: Random;
}

/** How many questions an attempt has: the `tirage`, at most half the pool, so that another attempt can ask others. */
export function drawnCount(poolSize: number, drawSize: number): number {
  return Math.max(1, Math.min(drawSize, Math.floor(poolSize / 2)));
}

/**
 * Draws the questions of an attempt, in the order they are asked: spread over the lessons, rather those that the
 * attempt before did not ask, and never all the same ones again.
 */
export function drawQuestions({ pool, drawSize, previous, random }: Draw): string[] {
  const count = drawnCount(pool.length, drawSize);
  const drawn = drawSpread(pool, count, previous, random);
  if (!hasSameMembers(drawn, previous) || pool.length <= count) return drawn;
  const setAside = previous[Math.floor(random() * previous.length)];
  return drawSpread(
    pool.filter((question) => question.id !== setAside),
    count,
    previous,
    random,
  );
}

/** Takes one question of each lesson in turn until there are enough. */
function drawSpread(
  pool: readonly DrawableQuestion[],
  count: number,
  previous: readonly string[],
  random: Random,
): string[] {
  const isFresh = ({ id }: DrawableQuestion) => !previous.includes(id);
  const mixed = shuffled(pool, random).toSorted((a, b) => Number(isFresh(b)) - Number(isFresh(a)));
  const lessons = shuffled([...new Set(mixed.map(({ lesson }) => lesson))], random);
  const queues = lessons.map((lesson) => mixed.filter((question) => question.lesson === lesson));
  const rounds = queues.flatMap((queue) => queue.map((question, round) => ({ question, round })));
  const chosen = rounds.toSorted((a, b) => a.round - b.round).slice(0, count);
  return shuffled(chosen, random).map(({ question }) => question.id);
}

/** Fisher and Yates: every order is as likely. */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as Item, result[last] as Item];
  }
  return result;
}

function hasSameMembers(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}
