/**
 * The picture of a record, laid over its initials once it is there. `of` is the path of one picture,
 * `/photos/ID`. Those that come into a page together are asked for together, `/photos/ID,ID,…`, and
 * the answer holds those that exist, as JSON from id to the JPEG in base64. Nothing is kept beyond
 * the element, and nothing is said where a picture does not come: the initials stand there.
 */
class LazyPicture extends HTMLElement {
  static observedAttributes = ['of'];

  connectedCallback() {
    this.ask();
  }

  attributeChangedCallback() {
    this.replaceChildren();
    this.ask();
  }

  get of() {
    return this.getAttribute('of') ?? '';
  }

  show(jpeg: string) {
    const image = document.createElement('img');
    image.alt = '';
    image.decoding = 'async';
    image.src = `data:image/jpeg;base64,${jpeg}`;
    this.replaceChildren(image);
  }

  private ask() {
    if (this.isConnected && this.of && this.childElementCount === 0) {
      asked.add(this);
      timer ??= window.setTimeout(load, PAUSE_MILLIS);
    }
  }
}

/** Long enough for the rows of a page to be drawn, too short to be noticed. */
const PAUSE_MILLIS = 40;
/** As many as the server answers at once. */
const MOST = 100;

const asked = new Set<LazyPicture>();
let timer: number | undefined;

function load() {
  timer = undefined;
  const folders = new Map<string, Map<string, LazyPicture[]>>();
  for (const element of asked) {
    const cut = element.of.lastIndexOf('/');
    const folder = element.of.slice(0, cut);
    const id = element.of.slice(cut + 1);
    const ids = folders.get(folder) ?? new Map<string, LazyPicture[]>();
    folders.set(folder, ids.set(id, [...(ids.get(id) ?? []), element]));
  }
  asked.clear();
  for (const [folder, ids] of folders) {
    const all = [...ids];
    for (let from = 0; from < all.length; from += MOST) {
      void fetchSome(folder, all.slice(from, from + MOST));
    }
  }
}

async function fetchSome(folder: string, wanted: [string, LazyPicture[]][]) {
  try {
    const path = `${folder}/${wanted.map(([id]) => id).join(',')}`;
    const answer = await fetch(path, { redirect: 'error', headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const pictures: Record<string, string> = await answer.json();
    for (const [id, elements] of wanted) {
      const jpeg = pictures[id];
      if (!jpeg) continue;
      elements.filter(element => element.of === `${folder}/${id}`).forEach(element => element.show(jpeg));
    }
  } catch {
    // signed out, or off the net for a moment
  }
}

customElements.define('lazy-picture', LazyPicture);
