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

/** Those with buttons that the server wrote: a press before they come alive counts then. */
const pressable = new Set(['rempart-alarm']);

const underWay = new Set<string>();

/** Remembers what is pressed in one that is not alive yet, and presses it again when asked to. */
function remember(tag: string) {
  let pressed: HTMLElement | null = null;
  const press = (event: Event) => {
    const button = (event.target as Element).closest<HTMLElement>(`${tag} button`);
    // the second press takes the first one back
    if (button) pressed = pressed === button ? null : button;
  };
  document.addEventListener('click', press, true);
  return () => {
    document.removeEventListener('click', press, true);
    pressed?.click();
  };
}

window.rempartElements = {
  load(tag) {
    if (customElements.get(tag) || underWay.has(tag)) return;
    underWay.add(tag);
    const catchUp = pressable.has(tag) ? remember(tag) : undefined;
    void modules[tag]?.()
      .then(catchUp)
      .finally(() => underWay.delete(tag));
  }
};

export {};
