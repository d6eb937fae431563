import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { type Card, type Column, Drag, neighbour, type Place, swallowClick } from './board-cards';
import { EdgeScroll } from './board-scroll';

const MOVES_AFTER_PX = 6;
const HELD_AFTER_MILLIS = 350;

/**
 * Cards in columns. They are dragged with the mouse, or with a finger after holding it; Shift and an
 * arrow key moves the card that has the focus; its button asks for a menu. Nothing moves by itself:
 * `card-moved` tells where it was put, and whoever owns the columns answers with new ones.
 */
class RempartBoard extends LitElement {
  static properties = {
    columns: { attribute: false },
    label: { type: String },
    hint: { type: String },
    menuText: { type: String },
    none: { type: String },
    movable: { type: Boolean }
  };

  declare columns: Column[];
  declare label: string;
  declare hint: string;
  declare menuText: string;
  declare none: string;
  declare movable: boolean;

  private dragged: Drag | null = null;
  private waiting = 0;
  private edge: EdgeScroll | null = null;
  private focused: string | null = null;
  /** The card that was dropped, until its column has it: it is brought into sight there. */
  private dropped: { card: string; column: string } | null = null;

  constructor() {
    super();
    this.columns = [];
    this.label = '';
    this.hint = '';
    this.menuText = '';
    this.none = '';
    this.movable = false;
  }

  /** In the page's own tree: its styles and landmarks are the page's. */
  createRenderRoot() {
    return this;
  }

  render() {
    return html`
      <p class="visually-hidden" id="board-hint">${this.hint}</p>
      <div class="board-columns" role="group" aria-label=${this.label} tabindex="0">
        ${this.columns.map((column) => this.column(column))}
      </div>
    `;
  }

  private column(column: Column) {
    return html`
      <section class="board-column tone-${column.tone}" data-column=${column.key}>
        <header>
          <h2>${column.title}</h2>
          <span class="board-count">${column.count}</span>
          <p class="board-sums">${column.sums.map((sum) => html`<span>${sum}</span>`)}</p>
        </header>
        <ol aria-label=${column.title}>
          ${column.cards.map((card) => this.card(card))}
        </ol>
        ${column.cards.length === 0 ? html`<p class="board-none">${this.none}</p>` : nothing}
        ${column.more
          ? html`<button type="button" class="board-more" @click=${() => this.fire('column-more', { column: column.key })}>
              ${column.more}
            </button>`
          : nothing}
      </section>
    `;
  }

  private card(card: Card) {
    return html`
      <li
        class="board-card"
        data-card=${card.key}
        @pointerdown=${(event: PointerEvent) => this.press(event)}
        @keydown=${(event: KeyboardEvent) => this.step(event, card.key)}
      >
        <a
          class="board-title"
          href=${card.href}
          router-link
          draggable="false"
          aria-describedby=${this.movable ? 'board-hint' : nothing}
          >${card.title}</a
        >
        <span class="board-subtitle">${card.subtitle}</span>
        <span class="board-foot">
          ${card.figure ? html`<span class="board-figure">${card.figure}</span>` : nothing}
          ${this.note(card)}
          ${card.owner
            ? html`<span class=${card.avatar} role="img" aria-label=${card.owner} title=${card.owner}>${card.initials}</span>`
            : nothing}
        </span>
        ${this.movable
          ? html`<button
              type="button"
              class="board-menu"
              aria-label=${this.menuText.replace('…', card.title)}
              @click=${() => this.fire('card-menu', { card: card.key })}
            >
              <span class="glyph glyph-more" aria-hidden="true"></span>
            </button>`
          : nothing}
      </li>
    `;
  }

  /** A warning is a mark beside the note, so that it fits on a card; all of it is there to be heard. */
  private note(card: Card) {
    if (card.warning) {
      return html`<span class="board-note care" title=${card.warning}>
        <span aria-hidden="true">${card.note}</span><span class="visually-hidden">${card.warning}</span>
      </span>`;
    }
    return card.note ? html`<span class="board-note">${card.note}</span>` : nothing;
  }

  updated(changed: PropertyValues) {
    if (changed.has('columns')) {
      this.showDropped();
    }
    // the elements are those of other cards now: the focus goes along with the one that was moved
    const link = this.focused && this.element(this.focused)?.querySelector<HTMLElement>('.board-title');
    if (link) {
      link.focus();
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    this.focused = null;
  }

  private showDropped() {
    const dropped = this.dropped;
    const column = this.columns.find(({ key }) => key === dropped?.column);
    if (dropped && column?.cards.some(({ key }) => key === dropped.card)) {
      this.dropped = null;
      this.element(dropped.card)?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
  }

  private element(card: string) {
    return this.querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"]`);
  }

  private fire(name: string, detail: object) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private move(card: string, place: Place) {
    this.fire('card-moved', { card, column: place.column, above: place.above ?? '' });
  }

  /** Shift and an arrow: up and down within the column, left and right to the next one. */
  private step(event: KeyboardEvent, card: string) {
    if (!this.movable || !event.shiftKey || !event.key.startsWith('Arrow')) {
      return;
    }
    event.preventDefault();
    const to = neighbour(this.columns, card, event.key);
    if (to) {
      this.focused = card;
      this.move(card, to);
    }
  }

  private press(event: PointerEvent) {
    const card = event.currentTarget as HTMLElement;
    if (!this.movable || event.button !== 0 || (event.target as HTMLElement).closest('button')) {
      return;
    }
    this.focused = null;
    this.end();
    const drag = new Drag(card, event);
    this.dragged = drag;
    if (event.pointerType === 'touch') {
      this.waiting = window.setTimeout(() => this.begin(drag), HELD_AFTER_MILLIS);
    }
    window.addEventListener('pointermove', this.onMove);
    window.addEventListener('pointerup', this.onUp);
    window.addEventListener('pointercancel', this.onCancel);
    window.addEventListener('keydown', this.onKey);
    window.addEventListener('contextmenu', this.onMenu);
    // a finger scrolls the page unless it holds a card
    window.addEventListener('touchmove', this.onTouch, { passive: false });
  }

  private begin(drag: Drag) {
    drag.begin();
    this.edge = new EdgeScroll(this.querySelector<HTMLElement>('.board-columns')!);
  }

  private onTouch = (event: TouchEvent) => {
    if (this.dragged?.begun) {
      event.preventDefault();
    }
  };

  private onMove = (event: PointerEvent) => {
    const drag = this.dragged;
    if (!drag) {
      return;
    }
    if (!drag.begun) {
      if (drag.distance(event) < MOVES_AFTER_PX) {
        return;
      }
      if (event.pointerType === 'touch') {
        this.end(); // it moved before it was held: the page scrolls
        return;
      }
      this.begin(drag);
    }
    drag.follow(event);
    const mark = () => this.mark(this.placeAt(event, drag));
    this.edge?.at(event.clientX, mark);
    mark();
  };

  private onUp = (event: PointerEvent) => {
    const drag = this.dragged;
    if (drag?.begun) {
      const place = this.placeAt(event, drag);
      swallowClick();
      if (place) {
        this.dropped = { card: drag.card.dataset.card!, column: place.column };
        this.move(this.dropped.card, place);
      }
    }
    this.end();
  };

  private onCancel = () => this.end();

  /** A phone opens it for a link that is held, and takes the finger away. */
  private onMenu = (event: Event) => {
    if (this.dragged?.begun) {
      event.preventDefault();
    }
  };

  private onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.dragged?.begun) {
      event.preventDefault();
      this.end();
    }
  };

  private placeAt(event: PointerEvent, drag: Drag): Place | null {
    const column = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest<HTMLElement>('[data-column]'))
      .find((found) => found && this.contains(found));
    if (!column) {
      return null;
    }
    const cards = [...column.querySelectorAll<HTMLElement>('[data-card]')].filter((card) => card !== drag.card);
    const above = cards.filter((card) => {
      const box = card.getBoundingClientRect();
      return box.top + box.height / 2 < event.clientY;
    });
    return { column: column.dataset.column!, above: above.at(-1)?.dataset.card ?? null };
  }

  private mark(place: Place | null) {
    this.querySelectorAll('.drop, .drop-below, .drop-top').forEach((marked) =>
      marked.classList.remove('drop', 'drop-below', 'drop-top')
    );
    if (place) {
      const column = this.querySelector(`[data-column="${CSS.escape(place.column)}"]`);
      column?.classList.add('drop');
      if (place.above) {
        this.element(place.above)?.classList.add('drop-below');
      } else {
        column?.classList.add('drop-top');
      }
    }
  }

  private end() {
    clearTimeout(this.waiting);
    this.edge?.end();
    this.edge = null;
    this.mark(null);
    this.dragged?.end();
    this.dragged = null;
    window.removeEventListener('pointermove', this.onMove);
    window.removeEventListener('pointerup', this.onUp);
    window.removeEventListener('pointercancel', this.onCancel);
    window.removeEventListener('keydown', this.onKey);
    window.removeEventListener('contextmenu', this.onMenu);
    window.removeEventListener('touchmove', this.onTouch);
  }
}

customElements.define('rempart-board', RempartBoard);
