import { Calendar, type EventClickArg, type EventDropArg, type EventInput } from '@fullcalendar/core';
import de from '@fullcalendar/core/locales/de';
import fr from '@fullcalendar/core/locales/fr';
import nl from '@fullcalendar/core/locales/nl';
import dayGrid from '@fullcalendar/daygrid';
import interaction, { type EventResizeDoneArg } from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import timeGrid from '@fullcalendar/timegrid';
import { LitElement, type PropertyValues } from 'lit';
import { keysOf, movedBy } from './calendar-keys';

/** How long a step by keys waits for the server, in milliseconds. */
const PATIENCE = 3000;

/** How many days the list shows; the server steps by as many. */
const DAYS_AHEAD = 30;

/** Narrower than this, a day of a month has no room for words. */
const NARROW_PX = 600;

interface Entry {
  key: string;
  title: string;
  /** Local times of whoever looks, such as 2026-11-26T14:30:00; of whole days 2026-11-26. */
  start: string;
  end: string;
  allDay: boolean;
  /** 0 to 7, by owner. */
  tone: number;
  /** task, call or meeting. */
  kind: string;
  done: boolean;
  late: boolean;
  movable: boolean;
  href: string;
  /** What is read out in place of the title. */
  words: string;
}

/**
 * A calendar. It knows no time zone: it shows the local times that it is given, as if they were
 * UTC, and tells local times back. It keeps nothing: it says which days are seen, and is given what
 * lies there.
 */
class RempartCalendar extends LitElement {
  static properties = {
    entries: { attribute: false },
    view: { type: String },
    day: { type: String },
    now: { type: String },
    locale: { type: String },
    more: { type: String },
    none: { type: String },
    writes: { type: Boolean }
  };

  declare entries: Entry[];
  /** timeGridDay, timeGridWeek, dayGridMonth or listAhead. */
  declare view: string;
  /** A day that is to be seen. */
  declare day: string;
  /** The local time at which the entries were sent. */
  declare now: string;
  declare locale: string;
  declare more: string;
  declare none: string;
  declare writes: boolean;
  private calendar?: Calendar;
  private sentAt = 0;
  /** The entry that was moved by keys: it keeps the focus, and is read out where it lies then. */
  private movedKey = '';
  private movedAt = 0;
  private live?: HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.calendar?.updateSize());

  constructor() {
    super();
    this.entries = [];
    this.view = 'dayGridMonth';
    this.day = '';
    this.now = '';
    this.locale = 'en-gb';
    this.more = '';
    this.none = '';
    this.writes = false;
  }

  protected createRenderRoot() {
    return this; // ordinary markup: style sheets and screen readers see all of it
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.live?.remove();
    this.live = undefined;
    this.calendar?.destroy();
    this.calendar = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.begin();
    }
  }

  protected firstUpdated() {
    this.begin();
  }

  protected updated(changed: PropertyValues) {
    const calendar = this.calendar;
    if (!calendar) {
      return;
    }
    if (changed.has('now')) {
      this.sentAt = Date.now();
    }
    if (changed.has('view') || changed.has('day')) {
      calendar.changeView(this.view, this.day || undefined);
    }
    if (changed.has('entries')) {
      calendar.removeAllEvents();
      calendar.addEventSource(this.entries.map(event));
      this.announceMoved();
    }
  }

  private begin() {
    this.sentAt = Date.now();
    this.calendar = new Calendar(this, {
      plugins: [dayGrid, timeGrid, list, interaction],
      locales: [fr, de, nl],
      locale: this.locale,
      firstDay: 1,
      timeZone: 'UTC',
      now: () => this.localNow(),
      // what comes from a day on, whatever month it is in
      views: {
        listAhead: {
          type: 'list',
          duration: { days: DAYS_AHEAD },
          listDayFormat: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
          listDaySideFormat: false
        }
      },
      initialView: this.view,
      initialDate: this.day || undefined,
      headerToolbar: false,
      height: '100%',
      nowIndicator: true,
      dayMaxEvents: true,
      // a day of a phone's month has no room for words: the hint has them
      moreLinkContent: (arg) =>
        this.clientWidth < NARROW_PX ? `+${arg.num}` : this.more.replace('{0}', String(arg.num)),
      moreLinkHint: (count: number) => this.more.replace('{0}', String(count)),
      noEventsText: this.none,
      scrollTime: '07:30:00',
      slotDuration: '00:30:00',
      snapDuration: '00:15:00',
      slotLabelFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
      eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
      defaultTimedEventDuration: '00:30:00',
      forceEventDuration: true,
      eventMinHeight: 22, // a line of text, however short it is
      displayEventEnd: false, // its height says it
      longPressDelay: 400,
      selectable: this.writes,
      selectMirror: true,
      events: this.entries.map(event),
      datesSet: (seen) => this.tell('range-shown', { from: seen.startStr.slice(0, 10), to: seen.endStr.slice(0, 10) }),
      eventClick: (click) => this.open(click),
      eventDrop: (drop) => this.moved(drop),
      eventResize: (resize) => this.moved(resize),
      select: (slot) => {
        this.tell('slot-chosen', { start: slot.startStr.slice(0, 19), end: slot.endStr.slice(0, 19), allDay: slot.allDay });
        this.calendar?.unselect();
      },
      eventDidMount: (mounted) => {
        mounted.el.title = mounted.event.extendedProps.words as string;
        mounted.el.dataset.key = mounted.event.id;
        if (this.writes && mounted.event.startEditable) {
          mounted.el.setAttribute('aria-keyshortcuts', keysOf(mounted.event.allDay));
          mounted.el.addEventListener('keydown', (pressed) => this.pressed(pressed, mounted.event.id));
        }
      },
      // a link that opens something is a button for those who hear it
      moreLinkDidMount: (mounted) => mounted.el.setAttribute('role', 'button'),
      // its name would be the date alone, and hide what happens that day
      dayCellDidMount: (mounted) => mounted.el.removeAttribute('aria-labelledby')
    });
    this.calendar.render();
    this.sizes.observe(this);
  }

  /** That of the server, which knows the zone; that of the browser until it was told. */
  private localNow() {
    const sent = Date.parse(`${this.now}Z`);
    const local = Number.isNaN(sent)
      ? Date.now() - new Date().getTimezoneOffset() * 60_000
      : sent + Date.now() - this.sentAt;
    return new Date(local).toISOString();
  }

  private open(click: EventClickArg) {
    const how = click.jsEvent;
    if (how.ctrlKey || how.metaKey || how.shiftKey) {
      return; // the browser opens the link in a tab of its own
    }
    how.preventDefault();
    this.tell('entry-opened', { key: click.event.id });
  }

  private moved(arg: EventDropArg | EventResizeDoneArg) {
    const { event } = arg;
    // it lies where it lay until the server has kept it
    const start = event.startStr.slice(0, 19);
    const end = event.endStr.slice(0, 19);
    const allDay = event.allDay;
    arg.revert();
    this.tell('entry-moved', { key: event.id, start, end, allDay });
  }

  /** Arrows move and stretch what is in focus, as dragging does. */
  private pressed(key: KeyboardEvent, id: string) {
    const found = this.calendar?.getEventById(id);
    const to = found?.start && found.end ? movedBy(key, found.start, found.end, found.allDay) : undefined;
    if (!to) {
      return;
    }
    key.preventDefault(); // with Alt, arrows go back in the browser's history
    key.stopPropagation();
    if (this.movedKey && Date.now() - this.movedAt < PATIENCE) {
      return; // the server has not kept the last step yet
    }
    this.movedKey = id;
    this.movedAt = Date.now();
    this.tell('entry-moved', { key: id, ...to });
  }

  private announceMoved() {
    const key = this.movedKey;
    const entry = this.entries.find((each) => each.key === key);
    this.movedKey = '';
    if (!key || !entry) {
      return;
    }
    if (!this.live) {
      this.live = document.createElement('div');
      this.live.className = 'visually-hidden';
      this.live.setAttribute('role', 'status');
      document.body.append(this.live);
    }
    this.live.textContent = entry.words;
    requestAnimationFrame(() => this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus());
  }

  private tell(type: string, detail: object) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function event(entry: Entry): EventInput {
  return {
    id: entry.key,
    title: entry.title,
    start: entry.start,
    end: entry.end,
    allDay: entry.allDay,
    url: entry.href,
    editable: entry.movable,
    extendedProps: { words: entry.words },
    classNames: [
      'calendar-entry',
      `tone-${entry.tone}`,
      `calendar-${entry.kind}`,
      ...(entry.done ? ['calendar-done'] : []),
      ...(entry.late ? ['calendar-late'] : [])
    ]
  };
}

customElements.define('rempart-calendar', RempartCalendar);
