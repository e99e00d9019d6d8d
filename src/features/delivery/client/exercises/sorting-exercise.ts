import type { DeliveredSorting } from '#domain/delivery/delivered-module.ts';
import { PLACE_EACH_ELEMENT } from '#features/learning/not-following-message.ts';
import { element, heading, ofHtml } from '../element.ts';
import { exerciseForm } from './exercise-form.ts';
import type { ExercisePlace } from './exercise-place.ts';
import { gradeElements } from './open-exercise.ts';
import { showPlacedFeedback } from './placed-feedback.ts';

/** « Classer », answered and explained in the page. */
export function sortingExercise(exercise: DeliveredSorting, { level, given, onAnswer }: ExercisePlace): HTMLElement {
  const id = `classer-${exercise.id}`;
  const items = exercise.elements.map((_, at) => elementItem(exercise, at));
  const grade = (places: readonly number[]) => {
    const answer = gradeElements(exercise, places);
    for (const [at, feedback] of answer?.feedback.entries() ?? [])
      showPlacedFeedback(items[at]!, feedback, exercise.groups[feedback.place] ?? '');
    return answer;
  };
  const asked = [
    element('p', { class: 'block__label' }, 'Exercice : classer'),
    heading(level, { class: 'block__title', id: `${id}-titre` }, exercise.title),
    ofHtml('div', { class: 'case__text' }, exercise.html),
    element('p', { class: 'block__note' }, 'Classez chaque élément : tous sont obligatoires.'),
    element('ol', { class: 'placing', role: 'list' }, ...items),
  ];
  const { form, show } = exerciseForm(asked, (sent) => {
    const places = exercise.elements.map((known) => Number(new FormData(sent).get(`place-${known.id}`) ?? -1));
    const answer = grade(places);
    if (!answer) return PLACE_EACH_ELEMENT;
    onAnswer(places);
    return answer;
  });
  const before = given.length > 0 ? grade(given) : null;
  if (before) {
    for (const [at, item] of items.entries()) item.querySelectorAll('input')[given[at]!]!.checked = true;
    show(before);
  }
  return element('section', { class: 'block block--question', id, 'aria-labelledby': `${id}-titre` }, form);
}

function elementItem({ elements, groups }: DeliveredSorting, at: number): HTMLLIElement {
  const { id, html } = elements[at]!;
  const choices = groups.map((group, place) =>
    element(
      'label',
      { class: 'placing__group' },
      element('input', { type: 'radio', name: `place-${id}`, value: place, required: true }),
      element('span', {}, group),
    ),
  );
  const fieldset = element('fieldset', {}, ofHtml('legend', {}, html));
  fieldset.append(element('div', { class: 'placing__groups' }, ...choices));
  return element('li', { class: 'placing__element' }, fieldset);
}
