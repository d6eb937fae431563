// The keys of the application (Shortcuts and SubmitKeys say what they mean). Here alone is decided
// whether a key is somebody's typing: who types is never interrupted.
(() => {
  // whose letters are their own: fields, whatever chooses by first letters, and the search's hits
  const TYPING = 'input, textarea, select, vaadin-select, [role=textbox], [role=searchbox],'
    + ' [role=combobox], [role=spinbutton], [role=listbox], [role=menu], [role=search]';
  // what lies over the page, so that its buttons are out of reach; notices and the like don't. A
  // dialog that was closed says aria-modal until the server has taken it away: that doesn't count
  const OVER = '[opened]:not(vaadin-details, vaadin-accordion-panel, vaadin-notification,'
    + ' vaadin-tooltip), dialog[open]';
  const NO_TEXT = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];
  const FIELDS = 'vaadin-text-field, vaadin-text-area, vaadin-email-field, vaadin-password-field,'
    + ' vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-select, vaadin-date-picker';
  const PAUSE_MILLIS = 1500;

  // the server hears of text 400 ms after the last key (FormParts, and searches)
  const TOLD_MILLIS = 450;

  let begun = '', begunAt = 0;

  const elements = event => event.composedPath().filter(node => node instanceof Element);

  /** The element that these keys belong to, or null; true where they are the beginning of some. */
  function ownerOf(keys) {
    let begins = false;
    for (const owner of document.querySelectorAll('[data-keys]')) {
      if (owner.disabled || !owner.checkVisibility()) continue;
      const known = owner.dataset.keys.split(',');
      if (known.includes(keys)) return owner;
      begins ||= known.some(one => one.startsWith(keys + ' '));
    }
    return begins || null;
  }

  function shortcut(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift') return;
    const typing = elements(event).some(at => at.isContentEditable || at.matches(TYPING));
    const letter = event.key.toLowerCase();
    if (typing || document.querySelector(OVER) || (event.shiftKey && letter !== event.key)) {
      begun = '';
      return;
    }
    if (localStorage.getItem('rempart-keys-off')) return;
    // by when the second was pressed, and the first was heard of: a page that is busy hears late
    const goesOn = begun && event.timeStamp - begunAt < PAUSE_MILLIS;
    const keys = goesOn ? begun + ' ' + letter : letter;
    const owner = ownerOf(keys);
    begun = '';
    if (owner === true) {
      begun = keys;
      begunAt = performance.now();
    } else if (owner) {
      event.preventDefault();
      event.stopImmediatePropagation();
      owner.dispatchEvent(new CustomEvent('rempart-keys', {detail: {keys}}));
      if (owner.matches('vaadin-text-field')) owner.focus();
      else owner.click();
    }
  }

  /** The button that submits a form, but for one that destroys: that is pressed itself. */
  function buttonOf(form) {
    const button = form.querySelector('[data-submits]') ?? [...form.querySelectorAll(
      '[slot=footer] vaadin-button[theme~=primary]:not([theme~=error])')].at(-1);
    return button && !button.disabled && button.checkVisibility() ? button : null;
  }

  /** Whether Enter means nothing else here: it begins no line, and takes nothing from a list. */
  function isLine(path) {
    const input = path[0];
    return input instanceof HTMLInputElement && !NO_TEXT.includes(input.type)
      && !path.some(at => at.matches('form, [opened]:not(vaadin-dialog, vaadin-dialog-overlay, vaadin-details)'));
  }

  function submit(event) {
    const path = elements(event);
    const form = path.find(at => at.matches('vaadin-dialog, [data-form]'));
    const button = form && buttonOf(form);
    const anywhere = event.ctrlKey || event.metaKey;
    const enough = anywhere || (button?.dataset.submits !== 'ctrl' && isLine(path));
    if (!button || event.altKey || event.shiftKey || !enough) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // fields tell what was typed when they are left
    const at = path[0];
    at.blur();
    at.focus();
    button.click();
  }

  /** A group of radio buttons is one stop: that which is chosen. Arrows go on from there. */
  function oneStop() {
    for (const group of document.querySelectorAll('vaadin-radio-group')) {
      const all = [...group.querySelectorAll('input[type=radio]')];
      const chosen = all.find(one => one.checked) ?? all[0];
      for (const one of all) one.tabIndex = one === chosen ? 0 : -1;
    }
  }

  let typedAt = -TOLD_MILLIS;

  window.addEventListener('input', event => {
    typedAt = event.timeStamp;
  }, true);

  /** Does something once the server knows all that was typed: who closes a form is asked first. */
  window.rempartTold = run => {
    const wait = typedAt + TOLD_MILLIS - performance.now();
    if (wait > 0) setTimeout(run, wait);
    else run();
  };

  /** The element that has the cursor, wherever it lies. */
  function active() {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  }

  function escape(event) {
    const path = elements(event);
    const ownList = path.some(at => at.matches('[opened]:not(vaadin-dialog)'));
    if (ownList || !event.isTrusted || performance.now() - typedAt > TOLD_MILLIS) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    window.rempartTold(() => {
      // who has gone on by then does not mean the dialog any more
      if (active() !== path[0]) return;
      path[0].dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', code: 'Escape',
        keyCode: 27, bubbles: true, composed: true, cancelable: true}));
    });
  }

  const entered = new WeakSet();

  /** Where one begins in a dialog: at the button that says so, or in the first field. */
  function firstOf(dialog) {
    const button = [...dialog.querySelectorAll('vaadin-button')].find(one => one.autofocus);
    // a finger opens no keyboard before it asks for one
    if (button || !matchMedia('(pointer: fine)').matches) return button;
    return [...dialog.querySelectorAll(FIELDS)].find(
      one => !one.disabled && !one.readonly && one.checkVisibility());
  }

  // a dialog focuses its frame when it opens; who clicks there later stays there
  window.addEventListener('focusin', event => {
    const dialog = event.target instanceof Element && event.target.closest('vaadin-dialog');
    if (!dialog) return;
    const begins = event.target === dialog && !entered.has(dialog);
    entered.add(dialog); // also where something within it had the focus first
    if (begins) firstOf(dialog)?.focus();
  });

  // whose text was typed since its calendar opened
  let typedInto = null;

  window.addEventListener('input', event => {
    typedInto = event.target instanceof Element && event.target.closest('vaadin-date-picker');
  }, true);

  /**
   * Tab goes on to the next field, be a list or calendar open below this one: Vaadin would go into
   * the calendar, and from a list in a dialog back to the dialog's beginning.
   */
  function goOn(event) {
    const path = elements(event);
    const calendar = path.find(at => at.matches('vaadin-date-picker[opened]'));
    if (calendar && calendar === typedInto && path[0] instanceof HTMLInputElement) {
      calendar.opened = false; // takes what is typed
    }
    typedInto = null;
    const list = path.find(at => at.matches('vaadin-select[opened]'));
    if (!list || path[0] === list.focusElement || !list.closest('vaadin-dialog')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    list.opened = false;
    list.focusElement.focus();
    // now the dialog goes on from there
    list.focusElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Tab', code: 'Tab',
      keyCode: 9, shiftKey: event.shiftKey, bubbles: true, composed: true, cancelable: true}));
  }

  window.addEventListener('keydown', event => {
    if (event.key === 'Tab') {
      oneStop();
      goOn(event);
    }
    if (event.key === 'Escape' && document.querySelector('vaadin-dialog[opened]')) escape(event);
    if (event.defaultPrevented || event.isComposing || event.repeat || !event.key) return;
    if (event.key === 'Enter') submit(event);
    else shortcut(event);
  }, true);
})();
