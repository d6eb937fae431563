import { html, LitElement, nothing, css, svg } from 'lit';
import { cardLeft, chartStyle, exact } from './chart-style';
import type { Atlas, Country } from './world-atlas';

interface Place {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  /** Colours the country. */
  value: number;
  /** Draws a disc over it; its area says how much. */
  mark: number;
}

const WORLD = { x: 0, y: 0, width: 960, height: 440 };
const CLASSES = 5;
const LARGEST_DISC = 22;

/**
 * A map of the world: countries coloured by a value in five steps of equal ratio, and discs over
 * them for a second value. A click fires `place-chosen` with the country's code. For people who
 * hear the page it is one picture with a summary; the ranking beside it says the rest.
 */
class RempartWorldMap extends LitElement {
  static properties = {
    places: { attribute: false },
    label: { type: String },
    valueName: { type: String },
    markName: { type: String },
    chosen: { type: String },
    worldName: { type: String },
    europeName: { type: String },
    atlas: { state: true },
    near: { state: true },
    pointed: { state: true }
  };

  declare places: Place[];
  declare label: string;
  declare valueName: string;
  declare markName: string;
  declare chosen: string;
  declare worldName: string;
  declare europeName: string;
  declare private atlas?: Atlas;
  declare private near: boolean;
  declare private pointed?: { code: string; x: number; y: number };

  static styles = [
    chartStyle,
    css`
      svg {
        aspect-ratio: 960 / 440;
        overflow: hidden;
      }

      .areas {
        display: inline-flex;
        margin-bottom: var(--r-space-2);
        background: var(--r-hover);
        border-radius: var(--r-radius-s);
      }

      .areas button {
        min-height: var(--r-touch);
        padding: 0 var(--r-space-3);
        font: inherit;
        color: var(--r-ink-soft);
        background: none;
        border: 0;
        border-radius: var(--r-radius-s);
        cursor: pointer;
      }

      .areas [aria-pressed='true'] {
        color: var(--r-accent);
        background: var(--r-accent-soft);
        font-weight: 600;
      }

      path {
        fill: var(--r-heat-0);
        stroke: var(--r-surface);
        stroke-width: 0.5;
        vector-effect: non-scaling-stroke;
      }

      path.with {
        cursor: pointer;
      }

      .c1 { fill: var(--r-heat-1); background: var(--r-heat-1); }
      .c2 { fill: var(--r-heat-2); background: var(--r-heat-2); }
      .c3 { fill: var(--r-heat-3); background: var(--r-heat-3); }
      .c4 { fill: var(--r-heat-4); background: var(--r-heat-4); }
      .c5 { fill: var(--r-heat-5); background: var(--r-heat-5); }

      path.chosen,
      path.with:hover {
        stroke: var(--r-ink);
        stroke-width: 1.5;
      }

      circle {
        fill: color-mix(in oklch, var(--r-danger) 45%, transparent);
        stroke: var(--r-danger);
        vector-effect: non-scaling-stroke;
        pointer-events: none;
      }

      .waiting {
        aspect-ratio: 960 / 440;
        background: var(--r-hover);
        border-radius: var(--r-radius-m);
      }

      .legend {
        margin-top: var(--r-space-2);
      }

      .ramp {
        display: inline-flex;
        border-radius: 3px;
        overflow: hidden;
      }

      .ramp span {
        width: 1.5rem;
        height: 0.75rem;
      }

      .disc {
        width: 0.75rem;
        height: 0.75rem;
        border: 1px solid var(--r-danger);
        border-radius: 50%;
        background: color-mix(in oklch, var(--r-danger) 45%, transparent);
      }
    `
  ];

  constructor() {
    super();
    this.places = [];
    this.label = '';
    this.valueName = '';
    this.markName = '';
    this.chosen = '';
    this.worldName = '';
    this.europeName = '';
    this.near = false;
  }

  connectedCallback() {
    super.connectedCallback();
    import('./world-atlas').then(({ atlas }) => (this.atlas = atlas()));
  }

  render() {
    if (!this.atlas) {
      return html`<div class="waiting" role="img" aria-label=${this.label}></div>`;
    }
    const byCode = new Map(this.places.map((place) => [place.code, place]));
    const most = Math.max(1, ...this.places.map(({ value }) => value));
    const mostMarked = Math.max(1, ...this.places.map(({ mark }) => mark));
    const { x, y, width, height } = this.near ? this.atlas.europe : WORLD;
    return html`
      <div class="areas">${this.area(false, this.worldName)} ${this.area(true, this.europeName)}</div>
      <svg viewBox="${x} ${y} ${width} ${height}" role="img" aria-label=${this.summary()}>
        ${this.atlas.countries.map((country) => this.country(country, byCode.get(country.code), most))}
        ${this.atlas.countries.map(({ code, middle }) => {
          const mark = byCode.get(code)?.mark ?? 0;
          return mark > 0
            ? svg`<circle cx=${middle[0]} cy=${middle[1]}
                r=${disc(mark, mostMarked) * (width / WORLD.width)}></circle>`
            : nothing;
        })}
      </svg>
      ${this.legend(most)} ${this.card(byCode)}
    `;
  }

  private area(near: boolean, name: string) {
    return html`<button type="button" aria-pressed=${this.near === near} @click=${() => (this.near = near)}>
      ${name}
    </button>`;
  }

  private country({ code, shape }: Country, place: Place | undefined, most: number) {
    const step = place && place.value > 0 ? stepOf(place.value, most) : 0;
    const classes = `c${step}${place ? ' with' : ''}${code && code === this.chosen ? ' chosen' : ''}`;
    return svg`<path class=${classes} d=${shape}
      @pointermove=${(event: PointerEvent) => this.point(place, event)}
      @pointerleave=${() => (this.pointed = undefined)}
      @click=${() => place && this.choose(code)}></path>`;
  }

  private legend(most: number) {
    return html`
      <div class="legend" aria-hidden="true">
        <span class="key">
          ${most > 1
            ? html`${this.valueName} ${exact(1)} ${this.ramp([1, 2, 3, 4, 5])} ${exact(most)}`
            : html`${this.ramp([stepOf(1, 1)])} ${this.valueName}`}
        </span>
        ${this.markName
          ? html`<span class="key"><span class="disc"></span> ${this.markName}</span>`
          : nothing}
      </div>
    `;
  }

  private ramp(steps: number[]) {
    return html`<span class="ramp">${steps.map((step) => html`<span class="c${step}"></span>`)}</span>`;
  }

  private card(byCode: Map<string, Place>) {
    const place = this.pointed && byCode.get(this.pointed.code);
    if (!this.pointed || !place) {
      return nothing;
    }
    return html`
      <div class="card" aria-hidden="true">
        <strong>${place.name}</strong>
        <dl>
          <dt>${this.valueName}</dt>
          <dd>${exact(place.value)}</dd>
          ${this.markName ? html`<dt>${this.markName}</dt><dd>${exact(place.mark)}</dd>` : nothing}
        </dl>
      </div>
    `;
  }

  updated() {
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    if (card && this.pointed) {
      // by script, since the page's policy forbids style attributes
      card.style.left = cardLeft(this.pointed.x, this.clientWidth);
      card.style.top = `${this.pointed.y + 12}px`;
    }
  }

  private point(place: Place | undefined, event: PointerEvent) {
    const box = this.getBoundingClientRect();
    this.pointed = place && {
      code: place.code,
      x: event.clientX - box.left,
      y: event.clientY - box.top
    };
  }

  private choose(code: string) {
    this.dispatchEvent(new CustomEvent('place-chosen', { detail: { code } }));
  }

  /** The places with the largest numbers, be they colours or discs: a flood may be refused whole. */
  private summary(): string {
    const first = [...this.places]
      .sort((a, b) => b.value + b.mark - (a.value + a.mark))
      .slice(0, 5)
      .map(({ name, value, mark }) =>
        mark > 0 && this.markName
          ? `${name} ${exact(value)} (${this.markName} ${exact(mark)})`
          : `${name} ${exact(value)}`
      );
    return [this.label, ...first].join(', ');
  }
}

/** Steps of equal ratio from 1 to the most, so that one large country does not grey out the rest. */
function stepOf(value: number, most: number): number {
  const share = most <= 1 ? 1 : Math.log(value) / Math.log(most);
  return Math.max(1, Math.min(CLASSES, Math.ceil(share * CLASSES)));
}

function disc(mark: number, most: number): number {
  return Math.max(2.5, LARGEST_DISC * Math.sqrt(mark / most));
}

customElements.define('rempart-world-map', RempartWorldMap);
