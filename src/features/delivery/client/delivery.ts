import type { DeliveredModule } from '#domain/delivery/delivered-module.ts';
import {
  noProgress,
  packProgress,
  unpackProgress,
  type DeliveredProgress,
} from '#domain/delivery/delivered-progress.ts';
import { watchGlossary } from '#features/learning/glossary-popover.ts';
import { AssessmentPage } from './assessment/assessment-page.ts';
import { showExercises } from './exercises/show-exercises.ts';
import { partOf, showPart } from './parts.ts';
import { showReflexions } from './reflexions.ts';
import type { Report, Tracker } from './tracker.ts';

/** What a delivered module does once its script runs: its parts, its progress and who hears of it. */
export class Delivery {
  readonly #module: DeliveredModule;
  readonly #tracker: Tracker;
  readonly #assessment: AssessmentPage;
  readonly #openedAt = performance.now();
  #progress: DeliveredProgress;
  #location = 'accueil';
  #latestScore: number | null = null;
  #told = 0;
  #isTaken = true;

  constructor(module: DeliveredModule, tracker: Tracker) {
    this.#module = module;
    this.#tracker = tracker;
    this.#progress = noProgress(module);
    this.#assessment = new AssessmentPage(document.querySelector<HTMLElement>('#evaluation-contenu')!, {
      module,
      progress: () => this.#progress,
      keep: (progress) => this.#keep(progress),
      tellAnswer: (interaction) => tracker.answer(interaction),
      noteScore: (score) => (this.#latestScore = score),
    });
  }

  /** Takes up where one was. */
  begin(): void {
    const kept = this.#tracker.resume();
    this.#progress = unpackProgress(kept.suspendData, this.#module);
    document.documentElement.dataset.js = 'oui';
    showExercises(this.#module.exercises, this.#progress.answers, (at, given) =>
      this.#keep({ ...this.#progress, answers: this.#progress.answers.with(at, given) }),
    );
    watchGlossary(document);
    showReflexions();
    for (const button of document.querySelectorAll<HTMLElement>('[data-lue]'))
      button.addEventListener('click', () => this.#markRead(Number(button.dataset.lue)));
    this.#offerWaysOut();
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.livraison__plan a'))
      link.addEventListener('click', (event) => {
        // The address does not change where one is already.
        if (link.hash !== window.location.hash) return;
        event.preventDefault();
        this.#show(link.hash.slice(1));
      });
    window.addEventListener('hashchange', () => {
      this.#show(window.location.hash.slice(1));
      this.#tell();
    });
    window.addEventListener('online', () => !this.#isTaken && this.#tell());
    // A page that comes back as it was has already said that it was leaving.
    window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
    window.addEventListener('pagehide', () => this.#tracker.end(this.#report()));
    this.#show(window.location.hash.slice(1) || kept.location, { isFirst: true });
    this.#tell();
  }

  /** What only some trackers allow: to go back to the system, to erase what this browser keeps. */
  #offerWaysOut(): void {
    const { returnUrl, forget } = this.#tracker;
    const offer = (id: string, onPress: (() => void) | undefined) => {
      const button = document.getElementById(id)!;
      button.hidden = !onPress;
      if (onPress) button.addEventListener('click', onPress);
    };
    offer(
      'quitter',
      returnUrl === undefined
        ? undefined
        : () => {
            this.#tracker.end(this.#report());
            window.location.assign(returnUrl);
          },
    );
    offer(
      'effacer',
      forget &&
        (() => {
          forget();
          window.location.replace('#accueil');
          window.location.reload();
        }),
    );
  }

  #show(place: string, { isFirst = false } = {}): void {
    this.#location = (partOf(place) ?? partOf('accueil')!).id;
    if (this.#location === 'evaluation') this.#assessment.show();
    this.#describe();
    showPart(this.#location, place, { isFirst });
  }

  #markRead(place: number): void {
    const { read } = this.#progress;
    if (!read.includes(place)) this.#keep({ ...this.#progress, read: [...read, place].sort((a, b) => a - b) });
    window.location.hash = (partOf(`lecon-${place + 2}`) ?? partOf('evaluation')!).id;
  }

  #keep(progress: DeliveredProgress): void {
    this.#progress = progress;
    this.#describe();
    this.#tell();
  }

  #report(): Report {
    const { read, bestScore, isPassed } = this.#progress;
    const { lessons } = this.#module;
    return {
      location: this.#location,
      suspendData: packProgress(this.#progress, this.#module),
      lessons: lessons.map((lesson, place) => ({ ...lesson, isRead: read.includes(place) })),
      progress: (read.length + Number(isPassed)) / (lessons.length + 1),
      isComplete: isPassed && read.length === lessons.length,
      isPassed,
      score: bestScore,
      latestScore: this.#latestScore,
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
    line.textContent = receptionWords(isTaken, this.#tracker.name, this.#module.standard);
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

function receptionWords(isTaken: boolean, name: Tracker['name'], standard: DeliveredModule['standard']): string {
  if (!isTaken) return 'Non enregistré : ce que vous faites ici peut être perdu.';
  if (name === 'lms') return 'Enregistré.';
  const kept = 'Gardé dans ce navigateur seulement : personne d’autre ne le voit.';
  return standard === 'none' ? kept : `Aucun système ne reçoit ce module : rouvrez-le depuis sa page. ${kept}`;
}
