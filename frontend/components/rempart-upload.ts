import { html, LitElement, nothing } from 'lit';

type State = { id: string; received: number; whole: boolean; problem?: string };
type Row = { file: File; state: 'waiting' | 'sending' | 'pausing' | 'failed'; sent: number; problem: string };
type Server = {
  begin(name: string, size: number, fingerprint: string): Promise<State>;
  progress(id: string): Promise<State | null>;
  finish(id: string): Promise<{ problem: string }>;
  giveUp(id: string): Promise<void>;
};

const TRIES = 8;
const FIRST_PAUSE_MILLIS = 800;

class Broken extends Error {}

/**
 * Brings files in, one after the other. A connection that breaks is waited for, and the file goes on
 * where it stopped; so does one that is chosen again after the page was closed.
 */
class RempartUpload extends LitElement {
  static properties = {
    words: { attribute: false },
    single: { type: Boolean },
    target: { type: String },
    rows: { state: true },
    over: { state: true }
  };

  declare words: Record<string, string>;
  declare single: boolean;
  declare rows: Row[];
  declare over: boolean;
  declare target: string;
  declare $server: Server;

  private running: XMLHttpRequest | null = null;
  private busy = false;

  constructor() {
    super();
    this.words = {};
    this.single = false;
    this.target = '';
    this.rows = [];
    this.over = false;
  }

  /** In the page's own tree: its styles are the page's. */
  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.running?.abort();
  }

  private take(files: Iterable<File> | null | undefined) {
    const chosen = [...(files ?? [])].slice(0, this.single ? 1 : undefined);
    this.rows = [...this.rows, ...chosen.map((file): Row => ({ file, state: 'waiting', sent: 0, problem: '' }))];
    void this.work();
  }

  private async work() {
    if (this.busy) return;
    this.busy = true;
    for (let row = this.next(); row; row = this.next()) await this.bring(row);
    this.busy = false;
  }

  private next() {
    return this.rows.find((row) => row.state === 'waiting');
  }

  private async bring(row: Row) {
    this.set(row, { state: 'sending' });
    const { name, size, lastModified } = row.file;
    try {
      let state: State | null = await this.$server.begin(name, size, `${lastModified}`);
      for (let tries = 0; state && !state.problem && !state.whole; ) {
        const before: number = state.received;
        try {
          state = await this.send(row, state);
        } catch (error) {
          if (!(error instanceof Broken) || !this.rows.includes(row)) throw error;
          if (++tries > TRIES) throw error;
          this.set(row, { state: 'pausing' });
          await new Promise((resume) => window.setTimeout(resume, FIRST_PAUSE_MILLIS * 2 ** Math.min(tries, 5)));
          state = await this.$server.progress(state.id);
          this.set(row, { state: 'sending' });
        }
        if (state && state.received > before) tries = 0;
      }
      const problem = state?.problem ?? (state ? (await this.$server.finish(state.id)).problem : this.words.failed);
      if (problem) this.set(row, { state: 'failed', problem });
      else this.drop(row);
    } catch {
      if (this.rows.includes(row)) this.set(row, { state: 'failed', problem: this.words.failed });
    }
  }

  private send(row: Row, from: State): Promise<State> {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      this.running = request;
      request.open('POST', this.target);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('X-Upload', from.id);
      request.setRequestHeader('X-Offset', `${from.received}`);
      request.upload.onprogress = (event) => this.set(row, { sent: from.received + event.loaded });
      request.onerror = request.onabort = request.ontimeout = () => fail(new Broken());
      request.onload = () => {
        if (request.status === 200) done(JSON.parse(request.responseText));
        else fail(request.status >= 500 || request.status === 409 || request.status === 429 ? new Broken() : new Error());
      };
      request.send(row.file.slice(from.received));
    });
  }

  private set(row: Row, change: Partial<Row>) {
    Object.assign(row, change);
    this.rows = [...this.rows];
  }

  private drop(row: Row) {
    this.rows = this.rows.filter((each) => each !== row);
  }

  private cancel(row: Row) {
    this.drop(row);
    if (row.state === 'sending') this.running?.abort();
    const { name, size, lastModified } = row.file;
    if (row.state !== 'waiting') {
      void this.$server.begin(name, size, `${lastModified}`).then(({ id, problem }) => {
        if (!problem) void this.$server.giveUp(id);
      });
    }
  }

  private again(row: Row) {
    this.set(row, { state: 'waiting', problem: '' });
    void this.work();
  }

  private drag(event: DragEvent, over: boolean) {
    event.preventDefault();
    this.over = over;
  }

  private dropped(event: DragEvent) {
    this.drag(event, false);
    this.take(event.dataTransfer?.files);
  }

  private chosen(event: Event) {
    const input = event.target as HTMLInputElement;
    this.take(input.files);
    input.value = '';
  }

  render() {
    return html`
      <div
        class="upload-drop ${this.over ? 'upload-over' : ''}"
        @dragover=${(event: DragEvent) => this.drag(event, true)}
        @dragleave=${(event: DragEvent) => this.drag(event, false)}
        @drop=${this.dropped}
      >
        ${this.input('upload-choose', this.words.choose, false)} ${this.input('upload-camera', this.words.camera, true)}
        <span class="upload-hint">${this.words.drop}</span>
      </div>
      <ul class="upload-rows" aria-live="polite">
        ${this.rows.map((row) => this.row(row))}
      </ul>
    `;
  }

  private input(name: string, label: string, camera: boolean) {
    return html`<label class="upload-button ${name}">
      <span class="glyph ${camera ? 'glyph-camera' : 'glyph-upload'}" aria-hidden="true"></span>${label}
      <input
        type="file"
        class="visually-hidden"
        ?multiple=${!camera && !this.single}
        accept=${camera ? 'image/*' : nothing}
        capture=${camera ? 'environment' : nothing}
        @change=${this.chosen}
      />
    </label>`;
  }

  private row(row: Row) {
    const failed = row.state === 'failed';
    const percent = Math.floor((100 * row.sent) / Math.max(1, row.file.size));
    return html`<li class="upload-row ${failed ? 'upload-failed' : ''}">
      <span class="upload-name">${row.file.name}</span>
      ${failed
        ? html`<span class="upload-problem" role="alert">${row.problem}</span>
            <button type="button" @click=${() => this.again(row)}>${this.words.again}</button>`
        : html`<progress max="100" value=${percent} aria-label=${row.file.name}></progress>
            <span class="upload-state">${row.state === 'pausing' ? this.words.pausing : `${percent} %`}</span>`}
      <button type="button" @click=${() => this.cancel(row)}>${failed ? this.words.dismiss : this.words.cancel}</button>
    </li>`;
  }
}

customElements.define('rempart-upload', RempartUpload);
