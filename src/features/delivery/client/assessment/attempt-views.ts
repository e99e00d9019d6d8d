import { drawnCount } from '#domain/assessment/draw-questions.ts';
import { neededRightAnswers } from '#domain/assessment/grade-attempt.ts';
import type { DeliveredModule, DeliveredQuestion } from '#domain/delivery/delivered-module.ts';
import type { DeliveredProgress } from '#domain/delivery/delivered-progress.ts';
import { element, ofHtml } from '../element.ts';

/** What the assessment asks, the best result so far, and the button that begins it. */
export function invitation(
  { questions, drawSize, passMark }: DeliveredModule,
  { bestScore, isPassed }: DeliveredProgress,
  onBegin: () => void,
): HTMLElement {
  const count = drawnCount(questions.length, drawSize);
  const rule = `${count} questions tirées au sort ; ${neededRightAnswers(passMark, count)} bonnes réponses au moins (${passMark} %).`;
  const best = `Votre meilleur résultat : ${bestScore} %${isPassed ? ', réussi' : ''}.`;
  const words = bestScore === null ? 'Commencer l’évaluation' : 'Recommencer avec d’autres questions';
  const button = element('button', { class: bestScore === null ? 'button' : 'button button--secondary' }, words);
  button.addEventListener('click', onBegin);
  return element(
    'div',
    { class: 'stack' },
    element('p', {}, rule),
    ...(bestScore === null ? [] : [element('p', {}, best)]),
    button,
  );
}

/** One question as a form; `onAnswer` gets the places of the choices made. */
export function questionForm(
  question: DeliveredQuestion,
  { place, count }: { place: number; count: number },
  onAnswer: (chosen: number[]) => void,
): HTMLFormElement {
  const several = question.isMultiple ? ', plusieurs réponses possibles' : '';
  const fieldset = element(
    'fieldset',
    { class: 'stack stack--s', 'aria-describedby': `${question.id}-enonce` },
    element('legend', { tabindex: -1 }, `Question ${place} sur ${count}${several}`),
    ofHtml('div', { class: 'prose assessment__question', id: `${question.id}-enonce` }, question.html),
    ...question.choices.map(({ html }, index) => choiceOf(question, html, index)),
  );
  const problem = element('p', { class: 'field__error', role: 'alert' });
  const button = element('button', { class: 'button' }, 'Valider ma réponse');
  const form = element('form', { class: 'stack' }, fieldset, problem, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new FormData(form).getAll('choix').map(Number);
    if (chosen.length === 0) problem.textContent = 'Choisissez une réponse, puis validez.';
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
