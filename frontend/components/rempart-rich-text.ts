import { html, LitElement, nothing } from 'lit';
import { DOMParser as ModelParser, DOMSerializer, type Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { plugins, type Tool, tools } from './rich-keys';
import { link } from './rich-link';
import { beginMention, type Member, mention, type Search, searched } from './rich-mention';
import { safeAddress, schema } from './rich-schema';

/** The server hears of a change once the person pauses, or leaves the field. */
const PAUSE_MILLIS = 500;

let fields = 0;

/**
 * A text with a few marks, on ProseMirror: what is pasted keeps only what the schema knows. `value`
 * is HTML, empty for an empty text; `value-changed` tells of it, `rich-submit` of Ctrl/⌘ and Enter.
 */
class RempartRichText extends LitElement {
  static properties = {
    label: { type: String },
    placeholder: { type: String },
    problem: { type: String },
    words: { attribute: false },
    members: { attribute: false },
    search: { state: true },
    linking: { state: true },
    active: { state: true },
    blank: { state: true }
  };

  declare label: string;
  declare placeholder: string;
  declare problem: string;
  declare words: Record<string, string>;
  declare members: Member[];
  declare search: Search | null;
  declare linking: boolean;
  declare active: string[];
  declare blank: boolean;

  private view: EditorView | null = null;
  private text = '';
  private timer = 0;
  private readonly key = `rich-${++fields}`;

  constructor() {
    super();
    this.label = '';
    this.placeholder = '';
    this.problem = '';
    this.words = {};
    this.members = [];
    this.search = null;
    this.linking = false;
    this.active = [];
    this.blank = true;
    // a letter that is typed is no shortcut of the page
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') event.stopPropagation();
    });
    // what was set before this element came alive hides the accessor below
    const given = Object.getOwnPropertyDescriptor(this, 'value')?.value;
    if (given !== undefined) {
      delete (this as { value?: string }).value;
      this.text = `${given}`;
    }
  }

  get value() {
    return this.text;
  }

  set value(given: string) {
    if (given === this.text) return;
    this.text = given;
    this.view?.updateState(this.fresh());
    this.noteState();
  }

  /** In the page's own tree: its styles are the page's. */
  createRenderRoot() {
    return this;
  }

  focus() {
    if (this.view) this.view.focus();
    else void this.updateComplete.then(() => this.view?.focus());
  }

  firstUpdated() {
    const place = this.querySelector<HTMLElement>('.rich-place');
    if (!place) return;
    this.view = new EditorView(place, {
      state: this.fresh(),
      attributes: () => this.described(),
      dispatchTransaction: (change) => {
        const view = this.view;
        if (!view) return;
        view.updateState(view.state.apply(change));
        if (change.docChanged) this.later();
        this.noteState();
      },
      handleKeyDown: (_, event) => this.chooses(event),
      handleDOMEvents: {
        blur: () => {
          this.tell();
          this.search = null;
        }
      }
    });
    this.noteState();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.tell();
  }

  updated() {
    this.view?.setProps({ attributes: () => this.described() });
  }

  private described(): Record<string, string> {
    const described: Record<string, string> = {
      class: 'rich-text rich-input',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': this.label,
      'aria-invalid': String(!!this.problem)
    };
    if (this.problem) described['aria-describedby'] = `${this.key}-problem`;
    if (this.search) {
      described['aria-autocomplete'] = 'list';
      described['aria-controls'] = `${this.key}-members`;
      described['aria-activedescendant'] = `${this.key}-${this.search.marked}`;
    }
    return described;
  }

  private fresh() {
    const page = new DOMParser().parseFromString(this.text, 'text/html');
    return EditorState.create({
      doc: ModelParser.fromSchema(schema).parse(page.body),
      plugins: plugins(() => {
        this.tell();
        this.dispatchEvent(new CustomEvent('rich-submit'));
        return true;
      })
    });
  }

  private noteState() {
    const state = this.view?.state;
    if (!state) return;
    this.blank = RempartRichText.isBlank(state.doc);
    this.active = tools.filter((tool) => tool.on(state)).map((tool) => tool.name);
    this.search = searched(state, this.members);
  }

  private static isBlank(doc: Node) {
    return doc.childCount === 1 && doc.child(0).isTextblock && doc.child(0).childCount === 0;
  }

  private later() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.tell(), PAUSE_MILLIS);
  }

  private tell() {
    window.clearTimeout(this.timer);
    const doc = this.view?.state.doc;
    if (!doc) return;
    const page = document.implementation.createHTMLDocument();
    const serializer = DOMSerializer.fromSchema(schema);
    page.body.append(serializer.serializeFragment(doc.content, { document: page }));
    const now = RempartRichText.isBlank(doc) ? '' : page.body.innerHTML;
    if (now !== this.text) {
      this.text = now;
      this.dispatchEvent(new CustomEvent('value-changed', { detail: { value: now } }));
    }
  }

  private chooses(event: KeyboardEvent) {
    const search = this.search;
    if (!search) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const count = search.found.length;
      this.search = { ...search, marked: (search.marked + step + count) % count };
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.mentions(search, search.found[search.marked]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.search = null;
    } else {
      return false;
    }
    return true;
  }

  private mentions(search: Search, member: Member) {
    if (this.view) mention(this.view, search, member);
  }

  private use(tool: Tool) {
    if (!this.view) return;
    tool.run(this.view.state, this.view.dispatch);
    this.view.focus();
  }

  private startLink() {
    this.linking = !this.linking;
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('.rich-address input')?.focus());
  }

  private link(event: Event) {
    event.preventDefault();
    const view = this.view;
    const input = this.querySelector<HTMLInputElement>('.rich-address input');
    const href = safeAddress(input?.value ?? '');
    if (!view || !input) return;
    if (!href) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
      return;
    }
    link(view, href, input.value.trim());
    this.linking = false;
    view.focus();
  }

  private escapes(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.linking = false;
      this.view?.focus();
    }
  }

  render() {
    return html`
      <div class="rich-tools" role="group" aria-label=${this.words.tools ?? ''}>
        ${tools.map((tool) => this.button(tool.name, tool.mark, () => this.use(tool), this.active.includes(tool.name)))}
        ${this.button('link', '↗', () => this.startLink(), this.linking)}
        ${this.members.length > 0 ? this.button('mention', '@', () => this.view && beginMention(this.view), null) : nothing}
      </div>
      ${this.linking ? this.address() : nothing}
      <div class="rich-frame">
        ${this.blank ? html`<p class="rich-placeholder" aria-hidden="true">${this.placeholder}</p>` : nothing}
        <div class="rich-place"></div>
        ${this.search ? this.offered(this.search) : nothing}
      </div>
      <p class="rich-problem" id="${this.key}-problem" role="alert" ?hidden=${!this.problem}>${this.problem}</p>
    `;
  }

  private button(name: string, mark: string, run: () => void, on: boolean | null) {
    return html`<button
      type="button"
      class="rich-tool rich-tool-${name}"
      title=${this.words[name] ?? ''}
      aria-label=${this.words[name] ?? ''}
      aria-pressed=${on === null ? nothing : on}
      data-mark=${mark}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${run}
    ></button>`;
  }

  private address() {
    return html`<form class="rich-address" @submit=${this.link} @keydown=${this.escapes}>
      <input type="text" inputmode="url" aria-label=${this.words.address} placeholder="https://" />
      <button type="submit" class="rich-tool">${this.words.set}</button>
    </form>`;
  }

  private offered(search: Search) {
    return html`<ul class="rich-members" id="${this.key}-members" role="listbox" aria-label=${this.words.members}>
      ${search.found.map(
        (member, place) => html`<li
          id="${this.key}-${place}"
          role="option"
          aria-selected=${place === search.marked}
          @mousedown=${(event: Event) => {
            event.preventDefault();
            this.mentions(search, member);
          }}
        >
          ${member.name}
        </li>`
      )}
    </ul>`;
  }
}

customElements.define('rempart-rich-text', RempartRichText);
