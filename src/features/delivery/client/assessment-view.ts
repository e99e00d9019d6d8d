import type { DeliveredModule, DeliveredQuestion } from '#domain/delivery/delivered-module.ts';
import type { DeliveredProgress } from '#domain/delivery/delivered-progress.ts';
import type { FinishedAttempt } from './assessment.ts';
import { element, ofHtml } from './element.ts';
import { openChoices } from './exercises/open-exercise.ts';

/** One question as a form; `onAnswer` gets the places of the choices made. */
export function attemptForm(
  question: DeliveredQuestion,
  { place, count }: { place: number; count: number },
  onAnswer: (chosen: number[]) => void,
): HTMLFormElement {
  const several = question.isMultiple ? ', plusieurs réponses possibles' : '';
  const fieldset = element(
    'fieldset',
    { class: 'stack stack--s', 'aria-describedby': `${question.id}-enonce` },
    element('legend', { tabindex: -1 }, `Question ${place} sur ${count}${several}`),
    ofHtml('div', { class: 'exercise__statement', id: `${question.id}-enonce` }, question.html),
    ...question.choices.map((choice, index) => choiceOf(question, choice.html, index)),
  );
  const problem = element('p', { class: 'field__error', role: 'alert' });
  const button = element('button', { class: 'button' }, 'Valider ma réponse');
  const form = element('form', { class: 'stack' }, fieldset, problem, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new FormData(form).getAll('choix').map(Number);
    if (chosen.length === 0) problem.textContent = 'Choisissez une réponse.';
    else onAnswer(chosen);
  });
  return form;
}

function choiceOf({ id, isMultiple }: DeliveredQuestion, html: string, index: number): HTMLElement {
  const input = element('input', {
    type: isMultiple ? 'checkbox' : 'radio',
    name: 'choix',
    value: index,
    id: `${id}-${index}`,
  });
  return element('label', { class: 'choice' }, input, ofHtml('span', {}, html));
}

/** What an attempt gave, question by question, with what there is to say of each choice. */
export function resultOf(
  module: DeliveredModule,
  attempt: NonNullable<DeliveredProgress['attempt']>,
  { marks, score, isPassed }: FinishedAttempt,
): HTMLElement {
  const title = element(
    'h3',
    { tabindex: -1 },
    isPassed ? `Évaluation réussie : ${score} %` : `Évaluation à reprendre : ${score} %`,
  );
  const results = attempt.questions.map((place, index) =>
    questionResult(module.questions[place]!, attempt.chosen[index]!, marks[index]!),
  );
  return element('div', { class: 'stack' }, title, element('ol', { class: 'stack' }, ...results));
}

function questionResult(question: DeliveredQuestion, chosen: readonly number[], isRight: boolean): HTMLElement {
  const lines = openChoices(question).map((choice, index) => {
    const isChosen = chosen.includes(index);
    const wrong = isChosen && !choice.isRight ? ' answers__line--wrong' : '';
    const tags = [
      ...(choice.isRight ? [element('strong', {}, 'Bonne réponse')] : []),
      ...(isChosen ? [element('span', {}, 'Votre choix')] : []),
    ];
    return element(
      'li',
      { class: `answers__line${choice.isRight ? ' answers__line--right' : wrong}` },
      ...(tags.length > 0 ? [element('p', { class: 'answers__tags' }, ...tags)] : []),
      ofHtml('p', {}, choice.html),
      element('p', { class: 'meta' }, choice.explanation),
    );
  });
  return element(
    'li',
    {},
    element('p', {}, element('strong', {}, isRight ? 'Juste.' : 'À revoir.')),
    ofHtml('div', { class: 'prose' }, question.html),
    element('ul', { class: 'answers', role: 'list' }, ...lines),
  );
}
