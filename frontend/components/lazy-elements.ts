/**
 * Elements that few pages show: each is fetched when the first of its kind is there. What is set on
 * one before it is fetched is there when it comes alive.
 */
const modules: Record<string, () => Promise<unknown>> = {
  'rempart-alarm': () => import('./rempart-alarm'),
  'rempart-rich-text': () => import('./rempart-rich-text'),
  'rempart-upload': () => import('./rempart-upload')
};

declare global {
  interface Window {
    rempartElements?: { load(tag: string): void };
  }
}

window.rempartElements = {
  load(tag) {
    if (!customElements.get(tag)) void modules[tag]?.();
  }
};

export {};
