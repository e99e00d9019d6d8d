import type { SituationBlock } from '#domain/module/compiled-module.ts';
import type { PathStep } from '#domain/progress/situation-path.ts';
import { situationView, type SituationView, type WalkedStepView } from '#features/learning/situation-view.ts';
import { element, heading, ofHtml } from '../element.ts';
import type { ExercisePlace } from './exercise-place.ts';

/** A branching case: only the scenes reached are shown, each after the consequence of the choice that led there. */
export function situationCase(block: SituationBlock, { level, given, onAnswer }: ExercisePlace): HTMLElement {
  const id = `situation-${block.id}`;
  const path = element('ol', { class: 'case__path' });
  const consequence = element('div', { role: 'status' });
  const now = element('div', { class: 'case__now', tabindex: -1 });
  const next = element('div');
  let walked = [...given];

  const walk = (longer: number[]) => {
    walked = longer;
    onAnswer(walked);
    show();
    // The button that was pressed is gone.
    now.focus();
  };
  const show = () => {
    const view = situationView(block, pathOf(block, walked));
    const last = view.walked.at(-1);
    path.hidden = !last;
    path.replaceChildren(...view.walked.map((step) => walkedItem(step, step === last)));
    consequence.replaceChildren(...(last ? [consequenceOf(last)] : []));
    now.replaceChildren(
      ...(view.current ? [ofHtml('div', { class: 'case__text' }, view.current.html)] : []),
      ...(view.isOver ? [element('p', { class: 'case__end' }, 'Fin du cas')] : []),
    );
    next.replaceChildren(
      ...options(view, id, (option) => walk([...walked.slice(0, view.walked.length), option])),
      ...(last ? [restart(() => walk([]))] : []),
    );
  };
  show();
  const label = situationView(block, []).label;
  return element(
    'section',
    { class: 'block block--situation', id, 'aria-labelledby': `${id}-titre` },
    element('p', { class: 'block__label' }, label),
    heading(level, { class: 'block__title', id: `${id}-titre` }, block.title),
    ofHtml('div', { class: 'case__text' }, block.html),
    ...[path, consequence, now, next],
  );
}

/** The steps behind the places of the options chosen, scene by scene. */
function pathOf({ scenes }: SituationBlock, chosen: readonly number[]): PathStep[] {
  const path: PathStep[] = [];
  let scene = scenes[0];
  for (const place of chosen) {
    const option = scene?.options[place];
    if (!scene || !option) break;
    path.push({ scene: scene.id, option: option.id });
    scene = scenes.find(({ id }) => id === option.next);
  }
  return path;
}

function walkedItem(step: WalkedStepView, isLast: boolean): HTMLElement {
  const choice = element(
    'p',
    { class: 'case__choice' },
    element('strong', {}, 'Votre choix :'),
    ' ',
    ofHtml('span', {}, step.optionHtml),
  );
  const scene = ofHtml('div', { class: 'case__text' }, step.sceneHtml);
  return element('li', {}, scene, choice, ...(isLast ? [] : [consequenceOf(step)]));
}

const VERDICTS = { juste: 'Conduite adaptée', discutable: 'Conduite discutable', risque: 'Conduite à éviter' } as const;

function consequenceOf({ verdict, consequence }: WalkedStepView): HTMLElement {
  const strong = element('strong', {}, `${VERDICTS[verdict]}.`);
  return element('p', { class: `case__consequence case__consequence--${verdict}` }, strong, ` ${consequence}`);
}

function options({ current }: SituationView, id: string, onChoose: (option: number) => void): HTMLElement[] {
  if (!current || current.options.length === 0) return [];
  const question = `${id}-que-faire`;
  const buttons = current.options.map(({ html }, place) => {
    const button = element('button', { type: 'button', class: 'case__option' }, ofHtml('span', {}, html));
    button.addEventListener('click', () => onChoose(place));
    return button;
  });
  const asked = element('p', { class: 'case__question', id: question }, 'Que faites-vous ?');
  return [element('div', { class: 'case__options', role: 'group', 'aria-labelledby': question }, asked, ...buttons)];
}

function restart(onRestart: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'button button--quiet' }, 'Reprendre le cas au début');
  button.addEventListener('click', onRestart);
  return button;
}
