import { css } from 'lit';

/** What all charts share: their words, their numbers and the small card that follows the pointer. */
export const chartStyle = css`
  :host {
    display: block;
    position: relative;
    color: var(--r-ink);
    font-size: var(--r-text-s);
    font-variant-numeric: tabular-nums;
  }

  svg {
    display: block;
    width: 100%;
    overflow: visible;
  }

  svg:focus-visible,
  button:focus-visible {
    outline: 2px solid var(--r-accent);
    outline-offset: 2px;
    border-radius: var(--r-radius-s);
  }

  text {
    fill: var(--r-ink-soft);
    font-size: 11px;
  }

  .card {
    position: absolute;
    z-index: 1;
    min-width: 9rem;
    max-width: 16rem;
    padding: var(--r-space-2) var(--r-space-3);
    background: var(--r-raised);
    border: 1px solid var(--r-line);
    border-radius: var(--r-radius-m);
    box-shadow: var(--r-shadow);
    pointer-events: none;
  }

  .card strong {
    display: block;
  }

  .card dl {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 var(--r-space-3);
    margin: var(--r-space-1) 0 0;
  }

  .card dt {
    color: var(--r-ink-soft);
  }

  .card dd {
    margin: 0;
    text-align: end;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--r-space-1) var(--r-space-3);
    color: var(--r-ink-soft);
  }

  .key {
    display: inline-flex;
    align-items: center;
    gap: var(--r-space-1);
  }

  .swatch {
    width: 0.75rem;
    height: 0.75rem;
    border-radius: 3px;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** The page's language, for numbers and times; English means Europe's, with 24 hours. */
export function language(): string {
  const named = document.documentElement.lang || navigator.language;
  return named === 'en' ? 'en-GB' : named;
}

/** 12,345 or 12 k: short enough for an axis. */
export function short(value: number): string {
  return new Intl.NumberFormat(language(), {
    notation: value >= 10_000 ? 'compact' : 'standard',
    maximumFractionDigits: 1
  }).format(value);
}

export function exact(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** Keeps a card of about this width inside its chart. */
export function cardLeft(x: number, chartWidth: number, cardWidth = 200): string {
  const wanted = x + 16 + cardWidth > chartWidth ? x - 16 - cardWidth : x + 16;
  return `${Math.max(0, Math.min(wanted, chartWidth - cardWidth))}px`;
}
