// Texts that are longer than their field. The browser would cut what is pasted or dropped without a
// word; here it is refused in words, at the field, and stays where it was copied from.
(() => {
  /** What a field said before it refused a text. */
  const before = new WeakMap();

  function told(input) {
    const host = input.closest('vaadin-text-field, vaadin-text-area, vaadin-email-field,'
      + ' vaadin-password-field');
    return host && 'errorMessage' in host ? host : null;
  }

  function say(host, sentence) {
    if (!before.has(host)) {
      before.set(host, {errorMessage: host.errorMessage, invalid: host.invalid});
    }
    host.errorMessage = sentence;
    host.invalid = true;
    before.get(host).said = sentence;
  }

  /** The field is typed into: what was refused is over. */
  function forget(host) {
    const kept = before.get(host);
    before.delete(host);
    if (kept && host.errorMessage === kept.said) {
      host.errorMessage = kept.errorMessage;
      host.invalid = kept.invalid;
    }
  }

  function bring(event, text, replaced) {
    const input = event.composedPath()[0];
    const takes = input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement;
    const host = takes && input.maxLength >= 0 ? told(input) : null;
    if (!host || input.readOnly || input.disabled) return;
    forget(host);
    const brought = text.replace(/\r\n?/g, '\n');
    const whole = input.value.length - replaced(input) + brought.length;
    if (whole <= input.maxLength) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const words = window.rempartTooLong ?? '{0} > {1}';
    const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
    say(host, words.replace('{0}', number.format(whole))
      .replace('{1}', number.format(input.maxLength)));
  }

  /** A field for e-mail addresses does not say where its selection is; the page says what is in it. */
  function selected(input) {
    return input.selectionStart === null
      ? String(getSelection()).length
      : input.selectionEnd - input.selectionStart;
  }

  /** The field that a text is dragged out of, which has it until it is dropped. */
  let source = null;

  window.addEventListener('paste', event => bring(event,
    event.clipboardData?.getData('text/plain') ?? '', selected), true);
  window.addEventListener('dragstart', event => { source = event.composedPath()[0]; }, true);
  window.addEventListener('dragend', () => { source = null; }, true);
  window.addEventListener('drop', event => bring(event,
    event.dataTransfer?.getData('text/plain') ?? '',
    input => input === source && !event.ctrlKey && !event.altKey ? selected(input) : 0), true);
  window.addEventListener('input', event => {
    const host = event.target instanceof Element && told(event.target);
    if (host) forget(host);
  }, true);
})();
