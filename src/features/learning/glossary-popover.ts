const TERMS = 'a.glossary-term[href^="#glossaire-"]';
const POPOVER_ID = 'definition-du-terme';
const GAP_IN_PX = 8;
/** The width below which the definition stands at the foot of the screen (the same as in glossary-popover.css). */
const NARROW = '(max-width: 40rem)';

/**
 * Opens the definition of a term where it is read. Each term stays a link to the foot of the lesson: where the browser knows no
 * popovers, or without scripts, it leads there and the foot leads back.
 */
export function watchGlossary(page: Document): void {
  const terms = [...page.querySelectorAll<HTMLAnchorElement>(TERMS)].filter(
    (term) => definitionOf(page, term) !== null,
  );
  if (terms.length === 0 || !('popover' in HTMLElement.prototype)) return;
  const card = new DefinitionCard(page);
  for (const term of terms) {
    term.setAttribute('role', 'button');
    term.setAttribute('aria-haspopup', 'dialog');
    term.setAttribute('aria-expanded', 'false');
    term.addEventListener('pointerdown', () => card.notePress(term));
    term.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      card.toggle(term);
    });
    // What is said to be a button answers to the space bar too.
    term.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      card.toggle(term);
    });
  }
}

interface Definition {
  term: string;
  text: string;
}

/** What the foot of the lesson says of a term; null when it says nothing. */
function definitionOf(page: Document, link: HTMLAnchorElement): Definition | null {
  const entry = page.getElementById(decodeURIComponent(link.hash.slice(1)));
  const words = entry?.querySelector('dd')?.cloneNode(true) as HTMLElement | undefined;
  if (!entry || !words) return null;
  // The way back to the text means nothing to somebody who has not left it.
  for (const wayBack of words.querySelectorAll('a')) wayBack.remove();
  return { term: entry.querySelector('dt')?.textContent.trim() ?? '', text: words.textContent.trim() };
}

/** One card for all the terms, above the page: it moves nothing. */
class DefinitionCard {
  readonly #page: Document;
  readonly #card: HTMLElement;
  readonly #title: HTMLElement;
  readonly #text: HTMLElement;
  #term: HTMLAnchorElement | null = null;
  /** The term whose own press has just closed the card: the click that follows is not to open it again. */
  #closedByPress: HTMLAnchorElement | null = null;

  constructor(page: Document) {
    this.#page = page;
    this.#title = element(page, 'p', 'definition-card__term');
    this.#title.id = `${POPOVER_ID}-titre`;
    this.#text = element(page, 'p', 'definition-card__text');
    this.#text.id = `${POPOVER_ID}-texte`;
    const close = element(page, 'button', 'button button--quiet definition-card__close', 'Fermer');
    close.setAttribute('type', 'button');
    close.addEventListener('click', () => this.#card.hidePopover());
    this.#card = element(page, 'div', 'definition-card no-print');
    this.#card.id = POPOVER_ID;
    this.#card.popover = 'auto';
    this.#card.tabIndex = -1;
    this.#card.setAttribute('role', 'dialog');
    this.#card.setAttribute('aria-labelledby', this.#title.id);
    this.#card.setAttribute('aria-describedby', this.#text.id);
    this.#card.append(this.#title, this.#text, close);
    this.#card.addEventListener('toggle', (event) => this.#follow((event as ToggleEvent).newState));
    this.#card.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.#card.contains(relatedTarget) && this.#isOpen())
        this.#card.hidePopover();
    });
    page.body.append(this.#card);
  }

  /** A press outside closes an open card by itself, before its click is known. */
  notePress(term: HTMLAnchorElement): void {
    this.#closedByPress = this.#term === term ? term : null;
  }

  toggle(term: HTMLAnchorElement): void {
    const closedByPress = this.#closedByPress === term;
    this.#closedByPress = null;
    if (this.#isOpen()) this.#card.hidePopover();
    else if (!closedByPress) this.#open(term);
  }

  #isOpen(): boolean {
    return this.#card.matches(':popover-open');
  }

  #open(term: HTMLAnchorElement): void {
    const definition = definitionOf(this.#page, term);
    if (!definition) return;
    this.#title.textContent = definition.term;
    this.#text.textContent = definition.text;
    // A touch does not give the focus, and the card returns it to what had it when it closes.
    term.focus({ preventScroll: true });
    this.#term?.setAttribute('aria-expanded', 'false');
    // With its source, the card comes after the term in the order of the Tab key.
    this.#card.showPopover({ source: term });
    this.#term = term;
    term.setAttribute('aria-expanded', 'true');
    this.#place(term);
    this.#card.focus({ preventScroll: true });
  }

  #follow(state: string): void {
    if (state === 'open' || this.#isOpen()) return;
    this.#term?.setAttribute('aria-expanded', 'false');
    this.#term = null;
  }

  /** Below the term, or above when there is more room there; at the foot of a narrow screen, where the style sheet puts it. */
  #place(term: HTMLAnchorElement): void {
    const view = this.#page.defaultView!;
    const { style } = this.#card;
    style.inset = '';
    if (view.matchMedia(NARROW).matches) return;
    const word = [...term.getClientRects()].at(-1) ?? term.getBoundingClientRect();
    const { width, height } = this.#card.getBoundingClientRect();
    const below = word.bottom + GAP_IN_PX;
    const isRoomBelow = below + height <= view.innerHeight || word.top < height + GAP_IN_PX;
    const top = isRoomBelow ? below : word.top - GAP_IN_PX - height;
    const left = Math.max(GAP_IN_PX, Math.min(word.left, view.innerWidth - width - GAP_IN_PX));
    // From the top of the document, so that the card scrolls with its term.
    style.inset = `${top + view.scrollY}px auto auto ${left + view.scrollX}px`;
  }
}

function element(page: Document, name: string, className: string, text = ''): HTMLElement {
  const made = page.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
