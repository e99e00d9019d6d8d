import type { DeliveredModule } from '#domain/delivery/delivered-module.ts';
import {
  noProgress,
  packProgress,
  unpackProgress,
  type DeliveredProgress,
} from '#domain/delivery/delivered-progress.ts';
import { watchGlossary } from '#features/learning/glossary-popover.ts';
import { neededRightAnswers } from '#domain/assessment/grade-attempt.ts';
import { systemClock } from '#platform/clock.ts';
import { newAttempt, finishAttempt, interactionOf, questionCount } from './assessment.ts';
import { attemptForm, resultOf } from './assessment-view.ts';
import { browserTracker } from './browser-tracker.ts';
import { cmi5Tracker } from './cmi5-tracker.ts';
import { showReflexions } from './reflexions.ts';
import { showExercises } from './exercises/show-exercises.ts';
import { watchExit } from './exit.ts';
import { scormTracker } from './scorm-tracker.ts';
import type { Report, Tracker } from './tracker.ts';
import './livraison.css';

/** The script of a delivered module: pages, progress, assessment. Without it, the whole module is there to read. */
class Delivery {
  readonly #module: DeliveredModule;
  readonly #tracker: Tracker;
  readonly #openedAt = performance.now();
  #progress: DeliveredProgress;
  #location = 'accueil';
  #questionShownAt = performance.now();
  #told = 0;
  #isTaken = true;

  constructor(module: DeliveredModule, tracker: Tracker) {
    this.#module = module;
    this.#tracker = tracker;
    this.#progress = noProgress(module);
  }

  begin(): void {
    const kept = this.#tracker.resume();
    this.#progress = unpackProgress(kept.suspendData, this.#module);
    document.documentElement.dataset.js = 'oui';
    showExercises(this.#module.exercises, this.#progress.answers, (at, given) => this.#keepAnswer(at, given));
    watchGlossary(document);
    showReflexions();
    for (const button of document.querySelectorAll<HTMLElement>('[data-lue]'))
      button.addEventListener('click', () => this.#markRead(Number(button.dataset.lue)));
    window.addEventListener('hashchange', () => this.#show(window.location.hash.slice(1)));
    window.addEventListener('online', () => !this.#isTaken && this.#tell());
    // A page that comes back as it was has already said that it was leaving.
    window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
    window.addEventListener('pagehide', () => this.#tracker.end(this.#report()));
    this.#show(window.location.hash.slice(1) || kept.location || 'accueil', { isResumed: true });
    this.#tell();
  }

  #show(place: string, { isResumed = false } = {}): void {
    const page = pageOf(place) ?? pageOf('accueil')!;
    this.#location = page.id;
    for (const other of pages()) other.hidden = other !== page;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.livraison__plan a'))
      if (link.hash === `#${page.id}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    if (page.id === 'evaluation') this.#showAssessment();
    this.#describe();
    const target = document.getElementById(place) ?? page;
    if (!isResumed) this.#tell();
    if (isResumed && page.id === 'accueil') return;
    (page.querySelector<HTMLElement>('h2') ?? page).focus({ preventScroll: true });
    if (target !== page) target.scrollIntoView();
    else window.scrollTo(0, 0);
  }

  #markRead(place: number): void {
    if (!this.#progress.read.includes(place))
      this.#progress = { ...this.#progress, read: [...this.#progress.read, place].sort((a, b) => a - b) };
    this.#tell();
    const next = pageOf(`lecon-${place + 2}`) ?? pageOf('evaluation');
    if (next) window.location.hash = next.id;
    this.#describe();
  }

  #keepAnswer(exercise: number, given: number[]): void {
    const answers = this.#progress.answers.map((known, at) => (at === exercise ? given : known));
    this.#progress = { ...this.#progress, answers };
    this.#tell();
  }

  #showAssessment(): void {
    const place = document.querySelector<HTMLElement>('#evaluation-contenu')!;
    const { attempt } = this.#progress;
    if (!attempt) {
      place.replaceChildren(this.#invitation());
      return;
    }
    const at = attempt.chosen.findIndex((chosen) => chosen.length === 0);
    if (at === -1) return this.#finish(place);
    this.#questionShownAt = performance.now();
    const question = this.#module.questions[attempt.questions[at]!]!;
    place.replaceChildren(
      attemptForm(question, { place: at + 1, count: attempt.questions.length }, (chosen) => this.#answer(at, chosen)),
    );
    place.querySelector<HTMLElement>('legend, h3')?.focus();
  }

  #invitation(): HTMLElement {
    const count = questionCount(this.#module);
    const needed = neededRightAnswers(this.#module.passMark, count);
    const box = document.createElement('div');
    box.className = 'stack';
    const { isPassed, bestScore } = this.#progress;
    const words = document.createElement('p');
    words.textContent = `${count} questions tirées au sort ; ${needed} bonnes réponses au moins (${this.#module.passMark} %).`;
    box.append(words);
    if (bestScore !== null) {
      const best = document.createElement('p');
      best.textContent = `Votre meilleur résultat : ${bestScore} %${isPassed ? ', réussi' : ''}.`;
      box.append(best);
    }
    const button = document.createElement('button');
    button.className = 'button';
    button.textContent = bestScore === null ? 'Commencer l’évaluation' : 'Recommencer avec d’autres questions';
    button.addEventListener('click', () => {
      this.#progress = newAttempt(this.#module, this.#progress);
      this.#tell();
      this.#showAssessment();
    });
    box.append(button);
    return box;
  }

  #answer(at: number, chosen: number[]): void {
    const attempt = this.#progress.attempt!;
    this.#progress = {
      ...this.#progress,
      attempt: { ...attempt, chosen: attempt.chosen.map((known, index) => (index === at ? chosen : known)) },
    };
    const now = systemClock.now();
    const latency = Math.round((performance.now() - this.#questionShownAt) / 1000);
    this.#tracker.answer({
      ...interactionOf(this.#module.questions[attempt.questions[at]!]!, chosen),
      at: now,
      latency,
    });
    this.#tell();
    this.#showAssessment();
  }

  #finish(place: HTMLElement): void {
    const attempt = this.#progress.attempt!;
    const finished = finishAttempt(this.#module, this.#progress)!;
    this.#progress = finished.progress;
    place.replaceChildren(resultOf(this.#module, attempt, finished), this.#invitation());
    place.querySelector<HTMLElement>('h3')?.focus();
    this.#tell();
    this.#describe();
  }

  #report(): Report {
    const { read, bestScore, isPassed } = this.#progress;
    const steps = this.#module.lessons.length + 1;
    return {
      location: this.#location,
      suspendData: packProgress(this.#progress, this.#module),
      lessons: this.#module.lessons.map((lesson, place) => ({ ...lesson, isRead: read.includes(place) })),
      progress: (read.length + Number(isPassed)) / steps,
      isComplete: isPassed && read.length === this.#module.lessons.length,
      isPassed,
      score: bestScore,
      seconds: Math.round((performance.now() - this.#openedAt) / 1000),
    };
  }

  /** What is told later is what stands, whatever comes back first. */
  #tell(): void {
    const told = (this.#told += 1);
    void Promise.resolve(this.#tracker.report(this.#report())).then((isTaken) => {
      if (told === this.#told) this.#showReception(isTaken);
    });
  }

  #showReception(isTaken: boolean): void {
    this.#isTaken = isTaken;
    const line = document.querySelector<HTMLElement>('#enregistrement')!;
    line.textContent = receptionWords(isTaken, this.#tracker.name);
    line.dataset.state = isTaken ? 'recu' : 'non-recu';
  }

  #describe(): void {
    const { read, isPassed } = this.#progress;
    for (const [place] of this.#module.lessons.entries()) {
      const isRead = read.includes(place);
      const state = document.querySelector<HTMLElement>(`#etat-lecon-${place + 1}`);
      if (state) state.textContent = isRead ? 'lue' : '';
      const button = document.querySelector<HTMLElement>(`[data-lue="${place}"]`);
      if (button) button.textContent = isRead ? 'Leçon lue : continuer' : 'J’ai lu cette leçon';
    }
    const state = document.querySelector<HTMLElement>('#etat-evaluation');
    if (state) state.textContent = isPassed ? 'réussie' : 'à réussir pour terminer';
    const end = document.querySelector<HTMLElement>('#termine');
    if (end) end.hidden = !this.#report().isComplete;
  }
}

function receptionWords(isTaken: boolean, name: Tracker['name']): string {
  if (!isTaken) return 'Non enregistré : ce que vous faites ici peut être perdu.';
  return name === 'lms' ? 'Enregistré.' : 'Gardé dans ce navigateur seulement : personne d’autre ne le voit.';
}

function pages(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.livraison__page')];
}

/** The page that has this id, or the one in which something has it. */
function pageOf(id: string): HTMLElement | null {
  return id === '' ? null : (document.getElementById(id)?.closest<HTMLElement>('.livraison__page') ?? null);
}

async function begin(): Promise<void> {
  const module = JSON.parse(document.querySelector('#module')!.textContent) as DeliveredModule;
  watchExit(module.exitUrl);
  new Delivery(module, (await trackerOf(module)) ?? browserTracker(module.code, module.edition)).begin();
}

async function trackerOf({ standard }: DeliveredModule): Promise<Tracker | null> {
  switch (standard) {
    case 'scorm12':
    case 'scorm2004':
      return scormTracker(standard);
    case 'cmi5':
      return cmi5Tracker();
    case 'none':
      return null;
  }
}

void begin();
