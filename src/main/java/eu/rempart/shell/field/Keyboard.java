package eu.rempart.shell.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;

/**
 * The keyboard that a phone or tablet shows for a text field. It stands on the inner input: what is
 * set on the field itself does not reach it.
 */
public enum Keyboard {
  /** With @; nothing is written with a capital, completed or corrected. */
  EMAIL("email", "none"),
  /** With large figures and +. */
  PHONE("tel", "none"),
  /** Figures alone. */
  DIGITS("numeric", "none"),
  /** With / and no capitals. */
  LINK("url", "none"),
  /** All in capitals, such as a VAT number. */
  CAPITALS("text", "characters");

  private static final String SET =
      """
      const field = this;
      customElements.whenDefined(field.localName).then(() => field.updateComplete).then(() => {
        const input = field.querySelector('input');
        input.inputMode = $0;
        input.autocapitalize = $1;
        input.setAttribute('autocorrect', 'off');
        input.spellcheck = false;
      });
      """;

  private final String mode;
  private final String capitals;

  Keyboard(String mode, String capitals) {
    this.mode = mode;
    this.capitals = capitals;
  }

  /** Shows this keyboard for a field now and whenever it comes onto a page. */
  public <C extends Component & HasValue<?, String>> void of(C field) {
    if (field.isAttached()) {
      show(field);
    }
    field.addAttachListener(_ -> show(field));
  }

  private void show(Component field) {
    field.getElement().executeJs(SET, mode, capitals);
  }
}
