import type { DeliveredOrdering } from '#domain/delivery/delivered-module.ts';
import { PLACE_EACH_ELEMENT } from '#features/learning/not-following-message.ts';
import { element, heading, ofHtml } from '../element.ts';
import { exerciseForm } from './exercise-form.ts';
import type { ExercisePlace } from './exercise-place.ts';
import { gradeElements } from './open-exercise.ts';
import { showPlacedFeedback } from './placed-feedback.ts';

/** « Ordonner »: each element moves up and down by two buttons, and every one always has its place. */
export function orderingExercise(exercise: DeliveredOrdering, { level, given, onAnswer }: ExercisePlace): HTMLElement {
  const id = `ordonner-${exercise.id}`;
  const said = element('p', { class: 'visually-hidden', role: 'status' });
  const list = element('ol', { class: 'placing', role: 'list' });
  const items = exercise.elements.map((known) =>
    movableItem(`${id}-${known.id}`, known.html, list, (sentence) => (said.textContent = sentence)),
  );
  const before = gradeElements(exercise, given);
  list.append(...(before ? inGivenOrder(items, given) : items));
  const grade = (places: readonly number[]) => {
    const answer = gradeElements(exercise, places);
    for (const [at, feedback] of answer?.feedback.entries() ?? [])
      showPlacedFeedback(items[at]!, feedback, `place ${feedback.place + 1}`);
    return answer;
  };
  const asked = [
    element('p', { class: 'block__label' }, 'Exercice : mettre dans l’ordre'),
    heading(level, { class: 'block__title', id: `${id}-titre` }, exercise.title),
    ofHtml('div', { class: 'case__text' }, exercise.html),
    list,
    said,
  ];
  const { form, show } = exerciseForm(asked, () => {
    const places = items.map((item) => [...list.children].indexOf(item));
    const answer = grade(places);
    if (!answer) return PLACE_EACH_ELEMENT;
    onAnswer(places);
    return answer;
  });
  if (before) show(grade(given) ?? before);
  markEnds(list);
  return element('section', { class: 'block block--question', id, 'aria-labelledby': `${id}-titre` }, form);
}

/** @param given the place of each item, from 0 */
function inGivenOrder(items: readonly HTMLElement[], given: readonly number[]): HTMLElement[] {
  return items
    .map((item, at) => ({ item, place: given[at] ?? 0 }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

function movableItem(id: string, html: string, list: HTMLElement, say: (sentence: string) => void): HTMLLIElement {
  const text = ofHtml('p', { id }, html);
  const button = (by: 1 | -1, label: string) => {
    const name = `${id}-${by > 0 ? 'descendre' : 'monter'}`;
    const made = element('button', {
      type: 'button',
      class: 'button button--secondary placing__move',
      id: name,
      'aria-labelledby': `${name} ${id}`,
    });
    made.textContent = label;
    made.addEventListener('click', () => {
      if (made.getAttribute('aria-disabled') === 'true') return;
      move(item, by);
      // A browser may drop the focus of what moves in the page.
      made.focus();
      const place = [...list.children].indexOf(item) + 1;
      say(`${text.textContent} Place ${place} sur ${list.children.length}.`);
      markEnds(list);
    });
    return made;
  };
  const controls = element('span', { class: 'placing__controls' }, button(-1, 'Monter'), button(1, 'Descendre'));
  const item = element('li', { class: 'placing__element' }, element('div', { class: 'placing__line' }, text, controls));
  return item;
}

function move(item: HTMLElement, by: 1 | -1): void {
  if (by > 0) item.nextElementSibling?.after(item);
  else item.previousElementSibling?.before(item);
}

/** The first has nowhere up to go, nor the last down; both keep their buttons, so that the focus has where to stay. */
function markEnds(list: HTMLElement): void {
  for (const item of list.children) {
    const [up, down] = item.querySelectorAll('.placing__move');
    up?.setAttribute('aria-disabled', String(item === list.firstElementChild));
    down?.setAttribute('aria-disabled', String(item === list.lastElementChild));
  }
}
