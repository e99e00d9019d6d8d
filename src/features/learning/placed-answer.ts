/** Where somebody put each element of an exercise, by its id: the index of a group, or that of a place in an order. */
export type Places = Readonly<Record<string, number>>;

/** The places somebody gave, with what answering gives the right to see. */
export interface PlacedAnswer {
  places: Places;
  isRight: boolean;
  /** One French sentence. */
  verdict: string;
  feedback: PlacedFeedback[];
}

export interface PlacedFeedback {
  id: string;
  isRight: boolean;
  /** The place that was expected. */
  place: number;
  explanation: string;
}

/** An element with the key of its exercise. */
export interface PlacedElement {
  id: string;
  place: number;
  explanation: string;
}

export type GradedPlaces =
  | { outcome: 'answered'; answer: PlacedAnswer }
  /** An element has no place yet. */
  | { outcome: 'incomplete' }
  /** An element or a place that the exercise does not have. */
  | { outcome: 'no-such-choice' };

/** Grades an answer, element by element. */
export function gradePlaces(elements: readonly PlacedElement[], placeCount: number, places: Places): GradedPlaces {
  const isKnown = ([id, place]: [string, number]) =>
    elements.some((element) => element.id === id) && Number.isInteger(place) && place >= 0 && place < placeCount;
  if (!Object.entries(places).every(isKnown)) return { outcome: 'no-such-choice' };
  if (!elements.every(({ id }) => id in places)) return { outcome: 'incomplete' };

  const feedback = elements.map(({ id, place, explanation }) => ({
    id,
    isRight: places[id] === place,
    place,
    explanation,
  }));
  const rightCount = feedback.filter(({ isRight }) => isRight).length;
  const isRight = rightCount === elements.length;
  const verdict = isRight ? 'Tout est à sa place.' : `${counted(rightCount)} sur ${elements.length}.`;
  return { outcome: 'answered', answer: { places: inOrder(elements, places), isRight, verdict, feedback } };
}

/** The same answer is always written alike, whatever the order in which a form sends it. */
function inOrder(elements: readonly PlacedElement[], places: Places): Places {
  const ordered: Record<string, number> = {};
  for (const { id } of elements) ordered[id] = places[id] ?? 0;
  return ordered;
}

function counted(count: number): string {
  return count > 1 ? `${count} éléments bien placés` : `${count} élément bien placé`;
}
