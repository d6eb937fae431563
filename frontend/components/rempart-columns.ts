import { scaleBand, scaleLinear } from 'd3-scale';
import { css, html, LitElement, nothing, svg } from 'lit';
import { cardLeft, chartStyle, exact, short } from './chart-style';

interface Series {
  name: string;
  /** Number of the colour, 1 to 6, or 'danger' or 'sealed'. */
  tone: string;
  values: number[];
}

interface Group {
  key: string;
  name: string;
}

const HEIGHT = 220;
const LEFT = 48;
const BOTTOM = 22;
const TOP = 8;

/**
 * Groups of columns side by side, such as months of this year and of the last. The arrow keys walk
 * through the groups, and what each says is read out; Enter or a click fires `group-chosen` with its
 * key. A hidden table holds all numbers.
 */
class RempartColumns extends LitElement {
  static properties = {
    groups: { attribute: false },
    series: { attribute: false },
    label: { type: String },
    groupName: { type: String },
    unit: { type: String },
    width: { state: true },
    at: { state: true }
  };

  declare groups: Group[];
  declare series: Series[];
  declare label: string;
  /** Heads the column of groups in the hidden table. */
  declare groupName: string;
  /** Stands behind each number: a currency, or nothing. */
  declare unit: string;
  declare private width: number;
  declare private at?: number;
  private readonly sizes = new ResizeObserver(() => (this.width = this.clientWidth));

  static styles = [
    chartStyle,
    css`
      :host {
        min-height: 250px;
      }

      svg {
        cursor: pointer;
      }

      .grid {
        stroke: var(--r-line);
        shape-rendering: crispEdges;
      }

      .at {
        fill: var(--r-hover);
      }

      .t1 { fill: var(--r-series-1); background: var(--r-series-1); }
      .t2 { fill: var(--r-series-2); background: var(--r-series-2); }
      .t3 { fill: var(--r-series-3); background: var(--r-series-3); }
      .t4 { fill: var(--r-series-4); background: var(--r-series-4); }
      .t5 { fill: var(--r-series-5); background: var(--r-series-5); }
      .t6 { fill: var(--r-series-6); background: var(--r-series-6); }
      .tdanger { fill: var(--r-danger); background: var(--r-danger); }
      .tsealed { fill: var(--r-sealed); background: var(--r-sealed); }

      .card {
        top: 0;
      }
    `
  ];

  constructor() {
    super();
    this.groups = [];
    this.series = [];
    this.label = '';
    this.groupName = '';
    this.unit = '';
    this.width = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  render() {
    return html`
      <div class="legend" aria-hidden="true">
        ${this.series.map(
          ({ name, tone }) => html`<span class="key"><span class="swatch t${tone}"></span>${name}</span>`
        )}
      </div>
      ${this.width > 0 && this.groups.length > 0 ? this.chart() : nothing}
      ${this.at === undefined ? nothing : this.card(this.at)}
      <div class="hidden" aria-live="polite">${this.at === undefined ? nothing : this.spoken(this.at)}</div>
      ${this.table()}
    `;
  }

  private x() {
    return scaleBand<number>()
      .domain(this.groups.map((_, i) => i))
      .range([LEFT, this.width])
      .padding(0.25);
  }

  private chart() {
    const x = this.x();
    const y = scaleLinear()
      .domain([0, Math.max(4, ...this.series.flatMap(({ values }) => values))])
      .nice(4)
      .range([HEIGHT - BOTTOM, TOP]);
    const column = x.bandwidth() / Math.max(1, this.series.length);
    const every = Math.ceil(44 / x.step());
    return html`
      <svg
        viewBox="0 0 ${this.width} ${HEIGHT}"
        height=${HEIGHT}
        role="img"
        tabindex="0"
        aria-label=${this.label}
        @pointermove=${(event: PointerEvent) => (this.at = this.under(event))}
        @pointerleave=${() => (this.at = undefined)}
        @click=${(event: PointerEvent) => this.choose(this.under(event))}
        @blur=${() => (this.at = undefined)}
        @keydown=${(event: KeyboardEvent) => this.walk(event)}
      >
        ${this.at === undefined
          ? nothing
          : svg`<rect class="at" x=${x(this.at)! - x.step() * x.padding() / 2} y=${TOP}
              width=${x.step()} height=${HEIGHT - BOTTOM - TOP}></rect>`}
        ${y.ticks(4).map(
          (tick) => svg`
            <line class="grid" x1=${LEFT} x2=${this.width} y1=${y(tick)} y2=${y(tick)}></line>
            <text x=${LEFT - 6} y=${y(tick)} dy="0.32em" text-anchor="end">${short(tick)}</text>`
        )}
        ${this.series.map(({ values, tone }, s) =>
          values.map(
            (value, i) => svg`<rect class="t${tone}" x=${x(i)! + s * column} y=${y(value)}
              width=${Math.max(1, column - 1)} height=${HEIGHT - BOTTOM - y(value)}></rect>`
          )
        )}
        ${this.groups.map(({ name }, i) =>
          i % every === 0
            ? svg`<text x=${x(i)! + x.bandwidth() / 2} y=${HEIGHT - 6} text-anchor="middle">${name}</text>`
            : nothing
        )}
      </svg>
    `;
  }

  private card(at: number) {
    return html`
      <div class="card" aria-hidden="true">
        <strong>${this.groups[at].name}</strong>
        <dl>
          ${this.series.map(
            ({ name, values }) => html`<dt>${name}</dt><dd>${this.number(values[at])}</dd>`
          )}
        </dl>
      </div>
    `;
  }

  updated() {
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    if (card && this.at !== undefined) {
      // by script, since the page's policy forbids style attributes
      card.style.left = cardLeft(this.x()(this.at)! + this.x().bandwidth() / 2, this.width);
    }
  }

  private number(value: number | undefined): string {
    return this.unit ? `${exact(value ?? 0)} ${this.unit}` : exact(value ?? 0);
  }

  private spoken(at: number): string {
    const parts = this.series.map(({ name, values }) => `${name} ${this.number(values[at])}`);
    return `${this.groups[at].name}: ${parts.join(', ')}`;
  }

  private table() {
    return html`
      <table class="hidden">
        <caption>${this.label}</caption>
        <thead>
          <tr>
            <th scope="col">${this.groupName}</th>
            ${this.series.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.groups.map(
            ({ name }, i) => html`
              <tr>
                <th scope="row">${name}</th>
                ${this.series.map(({ values }) => html`<td>${this.number(values[i])}</td>`)}
              </tr>
            `
          )}
        </tbody>
      </table>
    `;
  }

  private under(event: PointerEvent): number | undefined {
    const step = this.x().step();
    const i = Math.floor((event.offsetX - LEFT) / step);
    return i >= 0 && i < this.groups.length ? i : undefined;
  }

  private walk(event: KeyboardEvent) {
    const last = this.groups.length - 1;
    const at = this.at ?? -1;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      const to = event.key === 'ArrowRight' ? at + 1 : (this.at ?? last + 1) - 1;
      this.at = Math.max(0, Math.min(last, to));
    } else if (event.key === 'Enter') {
      this.choose(this.at);
    } else if (event.key === 'Escape') {
      this.at = undefined;
    }
  }

  private choose(at: number | undefined) {
    if (at !== undefined) {
      this.dispatchEvent(new CustomEvent('group-chosen', { detail: { key: this.groups[at].key } }));
    }
  }
}

customElements.define('rempart-columns', RempartColumns);
