import type { DeliveredPractice } from '#domain/delivery/delivered-module.ts';
import type { QuestionAnswer } from '#features/learning/question-view.ts';
import { element, heading, ofHtml } from '../element.ts';
import { exerciseForm } from './exercise-form.ts';
import { gradePractice } from './open-exercise.ts';
import type { ExercisePlace } from './exercise-place.ts';

/** A formative question, answered and explained in the page. */
export function questionExercise(exercise: DeliveredPractice, { level, given, onAnswer }: ExercisePlace): HTMLElement {
  const id = `question-${exercise.id}`;
  const boxes = exercise.choices.map((choice, place) => choiceBox(exercise, `${id}-${choice.id}`, place));
  const fieldset = element(
    'fieldset',
    { 'aria-labelledby': `${id}-enonce` },
    ofHtml('div', { class: 'exercise__statement', id: `${id}-enonce` }, exercise.html),
    ...boxes,
  );
  const several = exercise.isMultiple ? ', plusieurs réponses possibles' : '';
  const title = heading(level, { class: 'block__label', id: `${id}-quoi` }, `Question d’entraînement${several}`);
  const grade = (chosen: readonly number[]) => {
    const answer = gradePractice(
      exercise,
      chosen.flatMap((place) => exercise.choices[place]?.id ?? []),
    );
    for (const [place, box] of boxes.entries()) showFeedback(box, answer.feedback[place]!, chosen.includes(place));
    return answer;
  };
  const { form, show } = exerciseForm([title, fieldset], (sent) => {
    const chosen = new FormData(sent).getAll('choix').map(Number);
    if (chosen.length === 0) return 'Choisissez au moins une réponse, puis validez.';
    onAnswer(chosen);
    return grade(chosen);
  });
  if (given.length > 0) {
    for (const [place, box] of boxes.entries()) box.querySelector('input')!.checked = given.includes(place);
    show(grade(given));
  }
  return element('section', { class: 'block block--question', id, 'aria-labelledby': `${id}-quoi` }, form);
}

function choiceBox({ choices, isMultiple }: DeliveredPractice, id: string, place: number): HTMLElement {
  const input = element('input', {
    id,
    type: isMultiple ? 'checkbox' : 'radio',
    name: 'choix',
    value: place,
    required: !isMultiple,
  });
  const label = element(
    'label',
    { class: 'exercise__label', for: id },
    input,
    ofHtml('span', {}, choices[place]!.html),
  );
  return element('div', { class: 'exercise__choice' }, label);
}

function showFeedback(
  box: HTMLElement,
  { isRight, explanation }: QuestionAnswer['feedback'][number],
  isChosen: boolean,
): void {
  const input = box.querySelector('input')!;
  const id = `${input.id}-pourquoi`;
  box.dataset.right = String(isRight);
  box.querySelector('.exercise__feedback')?.remove();
  const words = `${isRight ? 'Bonne réponse' : 'À écarter'}${isChosen ? ' (votre choix)' : ''} :`;
  const strong = element('strong', {}, mark(isRight), words);
  box.append(element('p', { class: 'exercise__feedback', id }, strong, ` ${explanation}`));
  input.setAttribute('aria-describedby', id);
}

function mark(isRight: boolean): HTMLElement {
  const path = isRight ? 'M5 12.5l4.5 4.5L19 7.5' : 'M6 6l12 12M18 6L6 18';
  const drawing = `<svg class="icon exercise__mark" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true"><path d="${path}"/></svg>`;
  return ofHtml('span', {}, drawing);
}
