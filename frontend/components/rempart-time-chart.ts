import { scaleLinear, scaleTime } from 'd3-scale';
import { stack } from 'd3-shape';
import { css, html, LitElement, nothing, svg } from 'lit';
import { cardLeft, chartStyle, exact, language, short } from './chart-style';

interface Series {
  name: string;
  /** Number of the colour, 1 to 6, or 'danger' or 'sealed'. */
  tone: string;
  values: number[];
}

const HEIGHT = 200;
const LEFT = 40;
const BOTTOM = 20;
const TOP = 8;

/**
 * What happened over time, as stacked columns. The arrow keys walk through the columns, and what
 * each says is read out; a hidden table holds all numbers.
 */
class RempartTimeChart extends LitElement {
  static properties = {
    times: { attribute: false },
    step: { type: Number },
    series: { attribute: false },
    label: { type: String },
    timeName: { type: String },
    width: { state: true },
    at: { state: true }
  };

  /** Beginnings of the columns, milliseconds since 1970. */
  declare times: number[];
  /** Milliseconds that a column stands for. */
  declare step: number;
  declare series: Series[];
  declare label: string;
  declare timeName: string;
  declare private width: number;
  declare private at?: number;
  private readonly sizes = new ResizeObserver(() => (this.width = this.clientWidth));

  static styles = [
    chartStyle,
    css`
      :host {
        min-height: 230px;
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
    this.times = [];
    this.step = 60_000;
    this.series = [];
    this.label = '';
    this.timeName = '';
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
      ${this.width > 0 && this.times.length > 0 ? this.chart() : nothing}
      <div class="hidden" aria-live="polite">${this.at === undefined ? nothing : this.spoken(this.at)}</div>
      ${this.table()}
    `;
  }

  private chart() {
    const x = this.x();
    const sums = this.times.map((_, i) => this.series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
    const y = scaleLinear()
      .domain([0, Math.max(4, ...sums)])
      .nice(4)
      .range([HEIGHT - BOTTOM, TOP]);
    const layers = stack<number, number>()
      .keys(this.series.map((_, s) => s))
      .value((i, s) => this.series[s].values[i] ?? 0)(this.times.map((_, i) => i));
    const column = Math.max(1, x(new Date(this.times[0] + this.step)) - x(new Date(this.times[0])) - 1);
    return html`
      <svg
        viewBox="0 0 ${this.width} ${HEIGHT}"
        height=${HEIGHT}
        role="img"
        tabindex="0"
        aria-label=${this.label}
        @pointermove=${(event: PointerEvent) => this.point(event)}
        @pointerleave=${() => (this.at = undefined)}
        @blur=${() => (this.at = undefined)}
        @keydown=${(event: KeyboardEvent) => this.walk(event)}
      >
        ${y.ticks(4).filter(Number.isInteger).map(
          (tick) => svg`
            <line class="grid" x1=${LEFT} x2=${this.width} y1=${y(tick)} y2=${y(tick)}></line>
            <text x=${LEFT - 6} y=${y(tick)} dy="0.32em" text-anchor="end">${short(tick)}</text>`
        )}
        ${x.ticks(Math.max(2, Math.floor(this.width / 110))).map(
          (tick) => svg`<text x=${x(tick)} y=${HEIGHT - 4} text-anchor="middle">${this.tick(tick)}</text>`
        )}
        ${this.at === undefined
          ? nothing
          : svg`<rect class="at" x=${x(new Date(this.times[this.at]))} y=${TOP} width=${column + 1}
              height=${HEIGHT - BOTTOM - TOP}></rect>`}
        ${layers.map(
          (layer, s) => svg`<g class="t${this.series[s].tone}">${layer.map((part, i) =>
            part[1] > part[0]
              ? svg`<rect x=${x(new Date(this.times[i]))} y=${y(part[1])} width=${column}
                  height=${Math.max(0.5, y(part[0]) - y(part[1]))}></rect>`
              : nothing
          )}</g>`
        )}
      </svg>
      ${this.at === undefined ? nothing : this.card(this.at)}
    `;
  }

  private card(at: number) {
    return html`
      <div class="card" aria-hidden="true">
        <strong>${this.moment(this.times[at])}</strong>
        <dl>${this.series.map(({ name, values }) => html`<dt>${name}</dt><dd>${exact(values[at] ?? 0)}</dd>`)}</dl>
      </div>
    `;
  }

  private table() {
    return html`
      <table class="hidden">
        <caption>${this.label}</caption>
        <thead><tr><th scope="col">${this.timeName}</th>${this.series.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>
          ${this.times.map(
            (time, i) => html`<tr><th scope="row">${this.moment(time)}</th>${this.series.map(
              ({ values }) => html`<td>${exact(values[i] ?? 0)}</td>`)}</tr>`
          )}
        </tbody>
      </table>
    `;
  }

  updated() {
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    if (card && this.at !== undefined) {
      card.style.left = cardLeft(this.x()(new Date(this.times[this.at])), this.width);
    }
  }

  private x() {
    return scaleTime()
      .domain([new Date(this.times[0]), new Date(this.times[this.times.length - 1] + this.step)])
      .range([LEFT, this.width]);
  }

  private point(event: PointerEvent) {
    const moment = this.x().invert(event.clientX - this.getBoundingClientRect().left).getTime();
    this.at = this.within(Math.floor((moment - this.times[0]) / this.step));
  }

  private walk(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
    if (event.key in steps) {
      event.preventDefault();
      this.at = this.within((this.at ?? this.times.length - 1) + steps[event.key]);
    } else if (event.key === 'Escape') {
      this.at = undefined;
    }
  }

  private within(index: number): number {
    return Math.max(0, Math.min(this.times.length - 1, index));
  }

  private spoken(at: number): string {
    const parts = this.series.map(({ name, values }) => `${name} ${exact(values[at] ?? 0)}`);
    return [this.moment(this.times[at]), ...parts].join(', ');
  }

  private moment(time: number): string {
    return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);
  }

  private tick(time: Date): string {
    const days = this.times.length * this.step > 2 * 86_400_000;
    return new Intl.DateTimeFormat(
      language(),
      days ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' }
    ).format(time);
  }
}

customElements.define('rempart-time-chart', RempartTimeChart);
