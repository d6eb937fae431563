import { css, html, LitElement, nothing } from 'lit';
import { chartStyle, exact } from './chart-style';

interface Row {
  key: string;
  name: string;
  value: number;
  /** How much of the value was turned away; drawn darker. */
  part: number;
}

/**
 * Who or what counts most, as bars with their numbers. With `choosable`, each row is a button that
 * fires `row-chosen` with its key.
 */
class RempartRanking extends LitElement {
  static properties = {
    rows: { attribute: false },
    label: { type: String },
    partName: { type: String },
    none: { type: String },
    choosable: { type: Boolean }
  };

  declare rows: Row[];
  declare label: string;
  declare partName: string;
  declare none: string;
  declare choosable: boolean;

  static styles = [
    chartStyle,
    css`
      ol {
        display: grid;
        gap: var(--r-space-1);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .row {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 var(--r-space-3);
        box-sizing: border-box;
        width: 100%;
        padding: var(--r-space-1) var(--r-space-2);
        font: inherit;
        color: inherit;
        text-align: start;
        background: none;
        border: 0;
        border-radius: var(--r-radius-s);
      }

      /* nothing lights up around it: it stands flush with what is above it */
      div.row {
        padding-inline: 0;
      }

      button.row {
        min-height: var(--r-touch);
        cursor: pointer;
      }

      button.row:hover {
        background: var(--r-hover);
      }

      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .share {
        color: var(--r-ink-soft);
      }

      .bar {
        display: flex;
        grid-column: 1 / -1;
        height: 0.375rem;
        margin-top: 2px;
        overflow: hidden;
        background: var(--r-hover);
        border-radius: 99rem;
      }

      .bar span {
        background: var(--r-series-1);
      }

      .bar .part {
        background: var(--r-danger);
      }

      .none {
        margin: 0;
        color: var(--r-ink-soft);
      }
    `
  ];

  constructor() {
    super();
    this.rows = [];
    this.label = '';
    this.partName = '';
    this.none = '';
    this.choosable = false;
  }

  render() {
    return this.rows.length === 0
      ? html`<p class="none">${this.none}</p>`
      : html`<ol aria-label=${this.label}>${this.rows.map((row) => html`<li>${this.row(row)}</li>`)}</ol>`;
  }

  private row(row: Row) {
    const inside = html`
      <span class="name">${row.name}</span>
      <span>
        ${exact(row.value)}
        ${row.part > 0 && this.partName
          ? html`<span class="share">· ${this.partName} ${exact(row.part)}</span>`
          : nothing}
      </span>
      <span class="bar" aria-hidden="true" data-key=${row.key}><span></span><span class="part"></span></span>
    `;
    return this.choosable
      ? html`<button class="row" type="button" @click=${() => this.choose(row.key)}>${inside}</button>`
      : html`<div class="row">${inside}</div>`;
  }

  updated() {
    const most = Math.max(1, ...this.rows.map(({ value }) => value));
    this.renderRoot.querySelectorAll<HTMLElement>('.bar').forEach((bar, i) => {
      const { value, part } = this.rows[i];
      const [passed, refused] = bar.children as unknown as HTMLElement[];
      // by script, since the page's policy forbids style attributes
      passed.style.width = `${(100 * Math.max(0, value - part)) / most}%`;
      refused.style.width = `${(100 * Math.min(part, value)) / most}%`;
    });
  }

  private choose(key: string) {
    this.dispatchEvent(new CustomEvent('row-chosen', { detail: { key } }));
  }
}

customElements.define('rempart-ranking', RempartRanking);
