const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;

export interface Stretch {
  /** Local times as in 2026-11-26T14:30:00; of whole days 2026-11-26. */
  start: string;
  end: string;
  allDay: boolean;
}

/** The keys that move an entry, as aria-keyshortcuts has them. */
export function keysOf(allDay: boolean): string {
  const stretch = allDay ? ' Alt+Shift+ArrowLeft Alt+Shift+ArrowRight' : '';
  return `Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowUp Alt+Shift+ArrowDown${stretch}`;
}

/**
 * Where an entry lies after a key: with Alt, up and down move it by a quarter of an hour (of whole
 * days by a week), left and right by a day; with Shift besides they move its end. Nothing for
 * other keys, and where it would have no length.
 */
export function movedBy(key: KeyboardEvent, start: Date, end: Date, allDay: boolean): Stretch | undefined {
  const by = step(key, allDay);
  if (!key.altKey || key.ctrlKey || key.metaKey || by === 0) {
    return undefined;
  }
  const from = key.shiftKey ? start.getTime() : start.getTime() + by;
  const to = end.getTime() + by;
  return to - from < (allDay ? DAY : QUARTER)
    ? undefined
    : { start: text(from, allDay), end: text(to, allDay), allDay };
}

function step(key: KeyboardEvent, allDay: boolean): number {
  const small = allDay ? (key.shiftKey ? DAY : 7 * DAY) : QUARTER;
  switch (key.key) {
    case 'ArrowUp':
      return -small;
    case 'ArrowDown':
      return small;
    case 'ArrowLeft':
      return -DAY;
    case 'ArrowRight':
      return DAY;
    default:
      return 0;
  }
}

function text(time: number, allDay: boolean): string {
  return new Date(time).toISOString().slice(0, allDay ? 10 : 19);
}
