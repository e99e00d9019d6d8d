export interface ChoosableQuestion {
  isMultiple: boolean;
  choices: readonly { id: string }[];
}

/** True when the choices can be an answer to the question: at least one, all of its own, only one where one is asked. */
export function acceptsChoices(question: ChoosableQuestion, chosen: readonly string[]): boolean {
  const own = new Set(question.choices.map(({ id }) => id));
  const distinct = new Set(chosen);
  if (distinct.size === 0 || (!question.isMultiple && distinct.size > 1)) return false;
  return [...distinct].every((id) => own.has(id));
}
