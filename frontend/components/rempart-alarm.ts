/**
 * The banner of incidents that nobody takes care of. What it says stands in it, written by the
 * server; this marks the page's title and icon, and sounds: a tone per severity, when one comes and
 * again and again. Browsers sound only after a press, so there is a button, which says that it is
 * off until it is pressed. That sound is wanted is remembered on this device: after a reload it is
 * turned on again where the browser lets it, or else by any key or click, and until then the button
 * says so loudly.
 */
type Severity = 'critical' | 'warning';

interface Tone {
  /** Hertz, one after the other. */
  pitches: number[];
  wave: OscillatorType;
  everySeconds: number;
}

const TONES: Record<Severity, Tone> = {
  critical: { pitches: [880, 660, 880, 660, 880, 660], wave: 'square', everySeconds: 10 },
  warning: { pitches: [523, 392], wave: 'sine', everySeconds: 60 }
};

const NOTE_SECONDS = 0.18;
const LOUDNESS = 0.2;
const MARK = /^⚠ \d+ · /;
const WISH = 'rempart-alarm-sound';
const GESTURES = ['pointerdown', 'keydown'] as const;
const ICON = 'styles/rempart-alarm.svg';

/** One for the page, so that it stays on whatever is shown. */
let audio: AudioContext | undefined;

/** The one that is on the page: browsers stop sound by themselves, and then it says so. */
let shown: RempartAlarm | undefined;

/** What the page's icon is where nothing is wrong, whichever banner marked it. */
let usualIcon = '';

class RempartAlarm extends HTMLElement {
  static observedAttributes = ['data-open', 'data-severity', 'data-newest'];

  private titles?: MutationObserver;
  private timer?: number;
  private told = '';
  private sounding?: Tone;
  private waiting = false;

  connectedCallback() {
    shown = this;
    // here, since the button may come after its element
    this.addEventListener('click', this.press);
    this.titles = new MutationObserver(() => this.mark());
    this.titles.observe(document.head, { subtree: true, childList: true, characterData: true });
    this.told = this.dataset.newest ?? '';
    if (this.wanted) this.arm();
    this.update();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.press);
    this.titles?.disconnect();
    window.clearInterval(this.timer);
    this.sounding = undefined;
    this.wait(false);
    this.mark(0);
    if (shown === this) shown = undefined;
  }

  attributeChangedCallback() {
    if (this.isConnected) this.update();
  }

  private get button() {
    return this.querySelector<HTMLButtonElement>('.alarm-sound');
  }

  private get armed() {
    return audio?.state === 'running';
  }

  /** Whether somebody turned it on on this device, and not off again. */
  private get wanted() {
    return localStorage.getItem(WISH) === 'on';
  }

  private set wanted(on: boolean) {
    if (on) localStorage.setItem(WISH, 'on');
    else localStorage.removeItem(WISH);
  }

  private get open() {
    return Number(this.dataset.open ?? 0);
  }

  private get tone(): Tone | undefined {
    return TONES[this.dataset.severity as Severity];
  }

  private press = async (event: Event) => {
    if (!(event.target as Element).closest('.alarm-sound')) return;
    this.wanted = !this.armed;
    if (this.wanted) await this.arm();
    else await audio?.suspend();
    this.update();
    // what is on is heard
    if (this.armed) this.sound(this.tone ?? TONES.warning);
  };

  /** Runs at once after a press; without one the browser may wait for it. */
  private arm() {
    if (!audio) {
      audio = new AudioContext();
      // also when the device sleeps, or the browser takes the sound away
      audio.onstatechange = () => shown?.update();
    }
    return audio.resume();
  }

  /** What is wanted and was lost comes back with the next key or click, wherever that is. */
  private wait(on: boolean) {
    if (on === this.waiting) return;
    this.waiting = on;
    for (const gesture of GESTURES) {
      if (on) document.addEventListener(gesture, this.rearm, true);
      else document.removeEventListener(gesture, this.rearm, true);
    }
  }

  private rearm = async (event: Event) => {
    // the button turns it on by itself
    if ((event.target as Element).closest?.('.alarm-sound')) return;
    await this.arm();
    this.update();
    if (this.armed && this.tone) this.sound(this.tone);
  };

  update() {
    const button = this.button;
    const words = button?.querySelector('span:last-child');
    if (button && words) {
      button.setAttribute('aria-pressed', String(this.armed));
      const lost = this.wanted && !this.armed;
      const text = (this.armed ? this.dataset.on : lost ? this.dataset.lost : this.dataset.off) ?? '';
      button.classList.toggle('alarm-lost', lost);
      this.wait(lost);
      if (words.textContent !== text) words.textContent = text;
      button.title = text;
    }
    this.mark();
    const tone = this.tone;
    if (tone !== this.sounding) {
      window.clearInterval(this.timer);
      this.sounding = tone;
      if (tone) this.timer = window.setInterval(() => this.sound(tone), tone.everySeconds * 1000);
    }
    if (tone) {
      const newest = this.dataset.newest ?? '';
      if (newest !== this.told) this.sound(tone);
      this.told = newest;
    }
  }

  /** Title and icon of the page, not by colour alone. */
  private mark(open = this.open) {
    const plain = document.title.replace(MARK, '');
    const wanted = open > 0 ? `⚠ ${open} · ${plain}` : plain;
    if (document.title !== wanted) document.title = wanted;
    const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
    if (icon) {
      const href = icon.getAttribute('href') ?? '';
      if (href !== ICON) usualIcon = href;
      const next = open > 0 ? ICON : usualIcon;
      if (next !== href) icon.setAttribute('href', next);
    }
  }

  private sound(tone: Tone) {
    if (!audio || !this.armed) return;
    const begin = audio.currentTime + 0.02;
    tone.pitches.forEach((pitch, i) => {
      const at = begin + i * NOTE_SECONDS;
      const note = audio!.createOscillator();
      const gain = audio!.createGain();
      note.type = tone.wave;
      note.frequency.value = pitch;
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
      gain.gain.linearRampToValueAtTime(0, at + NOTE_SECONDS - 0.02);
      note.connect(gain).connect(audio!.destination);
      note.start(at);
      note.stop(at + NOTE_SECONDS);
    });
  }
}

if (!customElements.get('rempart-alarm')) {
  customElements.define('rempart-alarm', RempartAlarm);
}

export {};
