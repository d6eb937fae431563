/* What a board shows, and a card that is on its way. */

export interface Card {
  key: string;
  title: string;
  subtitle: string;
  figure: string;
  note: string;
  /** The note and what it warns of, in full; empty where it does not warn. */
  warning: string;
  href: string;
  initials: string;
  avatar: string;
  owner: string;
}

export interface Column {
  key: string;
  title: string;
  tone: number;
  count: string;
  sums: string[];
  cards: Card[];
  more: string;
}

/** Where a card would be dropped: below a card of the column, or on top of it. */
export interface Place {
  column: string;
  above: string | null;
}

/** Where an arrow key moves a card: within its column, or to the top of the next one; null at an end. */
export function neighbour(columns: Column[], card: string, arrow: string): Place | null {
  const at = columns.findIndex((column) => column.cards.some(({ key }) => key === card));
  const cards = columns[at].cards;
  const row = cards.findIndex(({ key }) => key === card);
  const place = (column: number, above: Card | undefined): Place | null =>
    columns[column] ? { column: columns[column].key, above: above?.key ?? null } : null;
  switch (arrow) {
    case 'ArrowLeft':
      return place(at - 1, undefined);
    case 'ArrowRight':
      return place(at + 1, undefined);
    case 'ArrowUp':
      return row > 0 ? place(at, cards[row - 2]) : null;
    case 'ArrowDown':
      return row + 1 < cards.length ? place(at, cards[row + 1]) : null;
    default:
      return null;
  }
}

/** A card under the mouse or a finger. */
export class Drag {
  begun = false;
  readonly card: HTMLElement;
  private readonly start: PointerEvent;
  private ghost: HTMLElement | null = null;

  constructor(card: HTMLElement, start: PointerEvent) {
    this.card = card;
    this.start = start;
  }

  distance(event: PointerEvent) {
    return Math.hypot(event.clientX - this.start.clientX, event.clientY - this.start.clientY);
  }

  begin() {
    this.begun = true;
    const box = this.card.getBoundingClientRect();
    const ghost = this.card.cloneNode(true) as HTMLElement;
    ghost.classList.add('board-ghost');
    ghost.removeAttribute('data-card');
    ghost.setAttribute('aria-hidden', 'true');
    ghost.setAttribute('inert', '');
    ghost.style.width = `${box.width}px`;
    ghost.style.left = `${box.left}px`;
    ghost.style.top = `${box.top}px`;
    document.body.append(ghost);
    this.ghost = ghost;
    this.card.classList.add('dragged');
    window.getSelection()?.removeAllRanges();
  }

  follow(event: PointerEvent) {
    const x = event.clientX - this.start.clientX;
    const y = event.clientY - this.start.clientY;
    this.ghost?.style.setProperty('transform', `translate(${x}px, ${y}px) rotate(1.5deg)`);
  }

  end() {
    this.ghost?.remove();
    this.card.classList.remove('dragged');
  }
}

/** The click that follows a drop would open the card. */
export function swallowClick() {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
