import type { Choice, QuestionBlock } from '#domain/module/compiled-module.ts';

/** A formative question as a browser may see it: nothing says which choice is right before an answer is in. */
export interface QuestionView {
  id: string;
  html: string;
  isMultiple: boolean;
  choices: { id: string; html: string }[];
  answer: QuestionAnswer | null;
}

/** The person's answer, with what it gives the right to see. */
export interface QuestionAnswer {
  chosen: string[];
  isRight: boolean;
  /** One French sentence. */
  verdict: string;
  feedback: { id: string; isRight: boolean; explanation: string }[];
}

/** @param chosen the ids of the stored answer; null when there is none */
export function questionView(block: QuestionBlock, chosen: readonly string[] | null): QuestionView {
  const { id, html, isMultiple } = block;
  const choices = block.choices.map((choice) => ({ id: choice.id, html: choice.html }));
  return { id, html, isMultiple, choices, answer: chosen && questionAnswer(block, chosen) };
}

/** Grades an answer; right or wrong as a whole. */
export function questionAnswer(block: QuestionBlock, chosen: readonly string[]): QuestionAnswer {
  const isChosen = (choice: Choice) => chosen.includes(choice.id);
  return {
    chosen: block.choices.filter(isChosen).map((choice) => choice.id),
    isRight: block.choices.every((choice) => isChosen(choice) === choice.isRight),
    verdict: block.isMultiple ? verdictOfSeveral(block.choices, isChosen) : verdictOfOne(block.choices, isChosen),
    feedback: block.choices.map(({ id, isRight, explanation }) => ({ id, isRight, explanation })),
  };
}

function verdictOfOne(choices: readonly Choice[], isChosen: (choice: Choice) => boolean): string {
  return choices.some((choice) => choice.isRight && isChosen(choice))
    ? 'Bonne réponse.'
    : 'Ce n’est pas la réponse attendue.';
}

function verdictOfSeveral(choices: readonly Choice[], isChosen: (choice: Choice) => boolean): string {
  const right = choices.filter((choice) => choice.isRight);
  const found = right.filter(isChosen).length;
  const wrong = choices.filter((choice) => !choice.isRight && isChosen(choice)).length;
  const sentence = `${found} bonne${found > 1 ? 's' : ''} réponse${found > 1 ? 's' : ''} trouvée${found > 1 ? 's' : ''} sur ${right.length}`;
  if (wrong === 0) return found === right.length ? `Bonne réponse : ${sentence}.` : `${sentence}.`;
  return `${sentence}, et ${wrong} choix à écarter.`;
}
