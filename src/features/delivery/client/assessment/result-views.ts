import { lessonsToReadAgain } from '#domain/assessment/lessons-to-read-again.ts';
import { neededRightAnswers } from '#domain/assessment/grade-attempt.ts';
import type { DeliveredModule, DeliveredQuestion } from '#domain/delivery/delivered-module.ts';
import { element, ofHtml } from '../element.ts';
import { openChoices } from '../exercises/open-exercise.ts';
import type { FinishedAttempt } from './attempt.ts';

/** What an attempt gave: the result, what remains to be read, then each question with what there is to say of each choice. */
export function resultOf(module: DeliveredModule, finished: FinishedAttempt): HTMLElement {
  const { attempt, marks, score, isPassed, progress } = finished;
  const title = isPassed ? `Évaluation réussie : ${score} %` : `Évaluation à reprendre : ${score} %`;
  const needed = neededRightAnswers(module.passMark, marks.length);
  const counted = `${marks.filter(Boolean).length} bonnes réponses sur ${marks.length}. Il en fallait ${needed}.`;
  const asked = attempt.questions.map((place, index) => ({
    question: module.questions[place]!,
    chosen: attempt.chosen[index]!,
    isRight: marks[index]!,
  }));
  const missed = lessonsToReadAgain(
    module.lessons,
    asked.map(({ question, isRight }) => ({ lesson: question.lesson, isRight })),
  );
  const unread = module.lessons.filter((_, place) => !progress.read.includes(place));
  return element(
    'div',
    { class: 'stack' },
    element('h3', { tabindex: -1 }, title),
    element('p', {}, counted),
    ...lessonList(module, missed, 'À relire :'),
    ...lessonList(module, unread, unreadWords(progress.isPassed)),
    element('ol', { class: 'results', role: 'list' }, ...asked.map((one, index) => questionResult(one, index + 1))),
  );
}

function unreadWords(isPassed: boolean): string {
  return isPassed
    ? 'Le module sera terminé quand ces leçons seront marquées comme lues :'
    : 'Le module sera terminé quand l’évaluation sera réussie et que ces leçons seront marquées comme lues :';
}

function lessonList(
  { lessons }: DeliveredModule,
  listed: readonly DeliveredModule['lessons'][number][],
  words: string,
): HTMLElement[] {
  if (listed.length === 0) return [];
  const lines = listed.map((lesson) =>
    element('li', {}, element('a', { href: `#lecon-${lessons.indexOf(lesson) + 1}` }, lesson.title)),
  );
  return [element('p', {}, words), element('ul', {}, ...lines)];
}

interface AskedQuestion {
  question: DeliveredQuestion;
  /** Places of the choices made. */
  chosen: readonly number[];
  isRight: boolean;
}

function questionResult({ question, chosen, isRight }: AskedQuestion, position: number): HTMLElement {
  const verdict = element('strong', { class: isRight ? 'verdict verdict--right' : 'verdict verdict--wrong' });
  verdict.textContent = isRight ? 'Juste' : 'Fausse';
  return element(
    'li',
    { class: 'card stack' },
    element('div', { class: 'cluster cluster--apart' }, element('h4', {}, `Question ${position}`), verdict),
    ofHtml('div', { class: 'prose' }, question.html),
    element('ul', { class: 'answers', role: 'list' }, ...choiceLines(question, chosen)),
  );
}

function choiceLines(question: DeliveredQuestion, chosen: readonly number[]): HTMLElement[] {
  return openChoices(question).map(({ isRight, html, explanation }, index) => {
    const isChosen = chosen.includes(index);
    const tone = isRight ? ' answers__line--right' : isChosen ? ' answers__line--wrong' : '';
    const tags = [
      ...(isRight ? [element('strong', {}, 'Bonne réponse')] : []),
      ...(isChosen ? [element('span', {}, 'Votre choix')] : []),
    ];
    return element(
      'li',
      { class: `answers__line${tone}` },
      ...(tags.length > 0 ? [element('p', { class: 'answers__tags' }, ...tags)] : []),
      ofHtml('p', {}, html),
      element('p', { class: 'meta' }, explanation),
    );
  });
}
