package eu.rempart.shell.field;

import com.vaadin.flow.component.Component;

/**
 * Lets the browser's side of a picker read less than it could, so that the server reads the rest.
 */
final class StrictPicker {

  /**
   * Puts a function around the one that reads texts, now and whenever the picker gets another: its
   * connector sets them anew with each locale.
   */
  private static final String WRAP =
      """
      const StrictPicker = {
        wrap(field, name, around) {
          customElements.whenDefined(field.localName).then(() => {
            if (field.strictPicker) return;
            field.strictPicker = true;
            let type = Object.getPrototypeOf(field), own;
            while (!(own = Object.getOwnPropertyDescriptor(type, 'i18n'))) {
              type = Object.getPrototypeOf(type);
            }
            const wrapped = new WeakSet();
            const strict = words => {
              if (!words?.[name] || wrapped.has(words[name])) return words;
              const read = around(words[name], words);
              wrapped.add(read);
              return {...words, [name]: read};
            };
            Object.defineProperty(field, 'i18n', {
              configurable: true,
              get() { return own.get.call(field); },
              set(words) { own.set.call(field, strict(words)); }
            });
            field.i18n = own.get.call(field);
          });
        }
      };
      """;

  private StrictPicker() {}

  /** Runs a script that calls {@code StrictPicker.wrap}, each time the picker is attached. */
  static void run(Component picker, String script) {
    picker.getElement().executeJs(WRAP + script);
  }
}
