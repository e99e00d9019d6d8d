import type { DeliveredModule, DeliveredProgress, DeliveredQuestion } from '#domain/delivery/delivered-module.ts';
import type { FinishedAttempt } from './assessment.ts';

/** One question as a form; `onAnswer` gets the places of the choices made. */
export function attemptForm(
  question: DeliveredQuestion,
  { place, count }: { place: number; count: number },
  onAnswer: (chosen: number[]) => void,
): HTMLFormElement {
  const form = document.createElement('form');
  form.className = 'stack';
  const fieldset = document.createElement('fieldset');
  fieldset.className = 'stack stack--s';
  const legend = document.createElement('legend');
  legend.tabIndex = -1;
  legend.textContent = `Question ${place} sur ${count}${question.isMultiple ? ', plusieurs réponses possibles' : ''}`;
  const statement = document.createElement('div');
  // The compiler of modules sanitised it.
  statement.innerHTML = question.html;
  fieldset.append(
    legend,
    statement,
    ...question.choices.map((choice, index) => choiceOf(question, choice.html, index)),
  );
  const button = document.createElement('button');
  button.className = 'button';
  button.textContent = 'Valider ma réponse';
  const problem = document.createElement('p');
  problem.className = 'field__error';
  problem.setAttribute('role', 'alert');
  form.append(fieldset, problem, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = new FormData(form).getAll('choix').map(Number);
    if (chosen.length === 0) problem.textContent = 'Choisissez une réponse.';
    else onAnswer(chosen);
  });
  return form;
}

function choiceOf({ id, isMultiple }: DeliveredQuestion, html: string, index: number): HTMLElement {
  const label = document.createElement('label');
  label.className = 'livraison__choice';
  const input = document.createElement('input');
  input.type = isMultiple ? 'checkbox' : 'radio';
  input.name = 'choix';
  input.value = String(index);
  input.id = `${id}-${index}`;
  const words = document.createElement('span');
  words.innerHTML = html;
  label.append(input, words);
  return label;
}

/** What an attempt gave, question by question, with what there is to say of each choice. */
export function resultOf(
  module: DeliveredModule,
  attempt: NonNullable<DeliveredProgress['attempt']>,
  { marks, score, isPassed }: FinishedAttempt,
): HTMLElement {
  const box = document.createElement('div');
  box.className = 'stack';
  const title = document.createElement('h3');
  title.tabIndex = -1;
  title.textContent = isPassed ? `Évaluation réussie : ${score} %` : `Évaluation à reprendre : ${score} %`;
  const list = document.createElement('ol');
  list.className = 'stack';
  list.append(
    ...attempt.questions.map((place, index) =>
      questionResult(module.questions[place]!, attempt.chosen[index]!, marks[index]!),
    ),
  );
  box.append(title, list);
  return box;
}

function questionResult(question: DeliveredQuestion, chosen: readonly number[], isRight: boolean): HTMLElement {
  const item = document.createElement('li');
  const mark = document.createElement('p');
  const strong = document.createElement('strong');
  strong.textContent = isRight ? 'Juste.' : 'À revoir.';
  mark.append(strong);
  const statement = document.createElement('div');
  statement.innerHTML = question.html;
  const choices = document.createElement('ul');
  choices.append(
    ...question.choices.map(({ html, explanation }, index) => {
      const choice = document.createElement('li');
      const words = document.createElement('span');
      words.innerHTML = html;
      const why = document.createElement('span');
      why.className = 'meta';
      why.textContent = `${chosen.includes(index) ? ' (votre choix)' : ''} ${explanation}`;
      choice.append(words, why);
      return choice;
    }),
  );
  item.append(mark, statement, choices);
  return item;
}
