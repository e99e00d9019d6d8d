const FARTHEST = 3;

/** The known name most like the one that was typed, or null when none is close. */
export function nearestName(typed: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  let smallest = FARTHEST + 1;
  for (const name of known) {
    const distance = editDistance(fold(typed), fold(name));
    if (distance < smallest && distance < name.length / 2) {
      nearest = name;
      smallest = distance;
    }
  }
  return nearest;
}

/** True when two names differ only by accents and capitals. */
export function isSameWord(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/** `Étape` and `etape` are the same word to someone who types. */
function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function editDistance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > FARTHEST) return FARTHEST + 1;
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const changed = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
