import { css, html, LitElement, nothing } from 'lit';

/** After a pointer moved or a key was pressed the rota stays where it is for so long. */
const HELD_MILLIS = 30_000;

/**
 * Shows its children one after the other. Nobody has to touch it: a pointer that is left lying on it
 * holds nothing up. When the server was not heard of for too long it says so in words.
 */
class RempartRota extends LitElement {
  static properties = {
    seconds: { type: Number },
    silence: { type: Number },
    contact: { type: Number },
    previousWord: { type: String },
    nextWord: { type: String },
    holdWord: { type: String },
    goWord: { type: String },
    fullWord: { type: String },
    heldWord: { type: String },
    movingWord: { type: String },
    lostWord: { type: String },
    shown: { state: true },
    stopped: { state: true },
    held: { state: true },
    lost: { state: true }
  };

  declare seconds: number;
  declare silence: number;
  declare contact: number;
  declare previousWord: string;
  declare nextWord: string;
  declare holdWord: string;
  declare goWord: string;
  declare fullWord: string;
  declare heldWord: string;
  declare movingWord: string;
  declare lostWord: string;
  declare shown: number;
  declare stopped: boolean;
  declare held: boolean;
  declare lost: boolean;

  private timer = 0;
  private moveAt = 0;
  private heldUntil = 0;
  private heardAt = 0;

  static styles = css`
    :host {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: var(--r-space-3);
      min-height: 0;
    }

    .parts {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-height: 0;
    }

    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--r-space-3);
      color: var(--r-ink-soft);
    }

    button {
      min-width: var(--r-touch);
      min-height: var(--r-touch);
      padding: 0 var(--r-space-3);
      font: inherit;
      color: var(--r-ink);
      background: var(--r-raised);
      border: 1px solid var(--r-line);
      border-radius: var(--r-radius-m);
      cursor: pointer;
    }

    button:focus-visible {
      outline: 2px solid var(--r-accent);
      outline-offset: 2px;
    }

    .lost {
      margin: 0;
      padding: var(--r-space-3);
      font-size: 1.5em;
      font-weight: 700;
      color: var(--r-danger);
      border: 4px double currentcolor;
      border-radius: var(--r-radius-m);
    }
  `;

  constructor() {
    super();
    this.seconds = 15;
    this.silence = 20;
    this.contact = 0;
    this.previousWord = '';
    this.nextWord = '';
    this.holdWord = '';
    this.goWord = '';
    this.fullWord = '';
    this.heldWord = '';
    this.movingWord = '';
    this.lostWord = '';
    this.shown = 0;
    this.stopped = false;
    this.held = false;
    this.lost = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.heardAt = Date.now();
    this.moveAt = Date.now() + this.seconds * 1000;
    this.timer = window.setInterval(() => this.tick(), 500);
    window.addEventListener('keydown', this.onKey);
    this.addEventListener('pointermove', this.onPointer);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
    window.removeEventListener('keydown', this.onKey);
    this.removeEventListener('pointermove', this.onPointer);
  }

  willUpdate(changed: Map<string, unknown>) {
    if (changed.has('contact')) {
      this.heardAt = Date.now();
      this.lost = false;
    }
  }

  render() {
    return html`
      <div role="alert">${this.lost ? html`<p class="lost">⚠ ${this.lostWord} ${this.heard()}</p>` : nothing}</div>
      <div class="parts"><slot @slotchange=${() => this.turn(0)}></slot></div>
      <div class="bar">
        <button type="button" aria-label=${this.previousWord} @click=${() => this.turn(-1, true)}>←</button>
        <span>${this.shown + 1} / ${this.parts().length}</span>
        <button type="button" aria-label=${this.nextWord} @click=${() => this.turn(1, true)}>→</button>
        <button type="button" @click=${() => this.toggle()}>${this.stopped ? this.goWord : this.holdWord}</button>
        <button type="button" @click=${() => this.full()}>${this.fullWord}</button>
        <span class="state">${this.stopped || this.held ? this.heldWord : this.movingWord}</span>
      </div>
    `;
  }

  private heard() {
    return new Date(this.heardAt).toLocaleTimeString(document.documentElement.lang || undefined);
  }

  private parts() {
    return [...this.children] as HTMLElement[];
  }

  private tick() {
    const now = Date.now();
    this.lost = now - this.heardAt > this.silence * 1000;
    this.held = now < this.heldUntil;
    if (this.held || this.stopped) {
      this.moveAt = now + this.seconds * 1000;
    } else if (now >= this.moveAt) {
      this.turn(1);
    }
  }

  private turn(by: number, hold = false) {
    const parts = this.parts();
    if (parts.length === 0) {
      return;
    }
    this.shown = (this.shown + by + parts.length) % parts.length;
    parts.forEach((part, i) => part.toggleAttribute('hidden', i !== this.shown));
    this.moveAt = Date.now() + this.seconds * 1000;
    if (hold) {
      this.hold();
    }
  }

  private hold() {
    this.heldUntil = Date.now() + HELD_MILLIS;
    this.held = true;
  }

  private toggle() {
    this.stopped = !this.stopped;
    if (!this.stopped) {
      this.heldUntil = 0;
      this.held = false;
    }
  }

  private full() {
    if (document.fullscreenElement) {
      void document.exitFullscreen();
    } else {
      void document.documentElement.requestFullscreen();
    }
  }

  private onPointer = () => this.hold();

  private onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === 'ArrowRight' || event.key === 'PageDown') {
      this.turn(1, true);
    } else if (event.key === 'ArrowLeft' || event.key === 'PageUp') {
      this.turn(-1, true);
    } else {
      this.hold();
    }
  };
}

customElements.define('rempart-rota', RempartRota);
