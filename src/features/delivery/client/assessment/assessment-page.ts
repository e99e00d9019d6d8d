import type { DeliveredModule } from '#domain/delivery/delivered-module.ts';
import type { DeliveredProgress } from '#domain/delivery/delivered-progress.ts';
import { systemClock } from '#platform/clock.ts';
import type { Interaction } from '../tracker.ts';
import { answerAttempt, finishAttempt, interactionOf, newAttempt } from './attempt.ts';
import { invitation, questionForm } from './attempt-views.ts';
import { resultOf } from './result-views.ts';

/** What the assessment needs of the module around it. */
export interface Sitting {
  module: DeliveredModule;
  progress(): DeliveredProgress;
  /** Keeps what is done, and tells it. */
  keep(progress: DeliveredProgress): void;
  tellAnswer(interaction: Interaction): void;
  /** In whole percent. */
  noteScore(score: number): void;
}

/** The assessment: an invitation, its questions one by one, what they gave. */
export class AssessmentPage {
  readonly #sitting: Sitting;
  readonly #place: HTMLElement;
  #shownAt = performance.now();

  constructor(place: HTMLElement, sitting: Sitting) {
    this.#place = place;
    this.#sitting = sitting;
  }

  /** Shows where one is in it. */
  show(): void {
    const { module, progress } = this.#sitting;
    const { attempt } = progress();
    if (!attempt) return this.#place.replaceChildren(this.#invitation());
    const at = attempt.chosen.findIndex((chosen) => chosen.length === 0);
    if (at === -1) return this.#finish();
    this.#shownAt = performance.now();
    const question = module.questions[attempt.questions[at]!]!;
    const place = { place: at + 1, count: attempt.questions.length };
    this.#place.replaceChildren(questionForm(question, place, (chosen) => this.#answer(at, chosen)));
    this.#place.querySelector<HTMLElement>('legend')?.focus();
  }

  #invitation(): HTMLElement {
    const { module, progress, keep } = this.#sitting;
    return invitation(module, progress(), () => {
      keep(newAttempt(module, progress()));
      this.show();
    });
  }

  #answer(at: number, chosen: number[]): void {
    const { module, progress, keep, tellAnswer } = this.#sitting;
    const question = module.questions[progress().attempt!.questions[at]!]!;
    const latency = Math.round((performance.now() - this.#shownAt) / 1000);
    tellAnswer({ ...interactionOf(question, chosen), at: systemClock.now(), latency });
    keep(answerAttempt(progress(), at, chosen));
    this.show();
  }

  #finish(): void {
    const { module, progress, keep, noteScore } = this.#sitting;
    const finished = finishAttempt(module, progress())!;
    noteScore(finished.score);
    keep(finished.progress);
    this.#place.replaceChildren(resultOf(module, finished), this.#invitation());
    this.#place.querySelector<HTMLElement>('h3')?.focus();
  }
}
