package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import eu.rempart.shell.part.Glyph;
import java.util.Optional;

/**
 * One line of a repeatable field: its inputs, the star of the primary one, a button to remove it.
 */
abstract class EntryRow<E> extends Div {

  private static final long serialVersionUID = 1L;

  private final NativeButton star = new NativeButton();
  private boolean primary;

  EntryRow() {
    addClassName("entry-row");
    star.addClassName("entry-star");
    star.add(Glyph.STAR.create());
    star.getElement().setAttribute("type", "button");
  }

  /** The value typed so far, empty when there is none or it is wrong. */
  abstract Optional<E> entry();

  /** Whether something is typed that is no valid value; also marks the input. */
  abstract boolean check();

  /** Reads anew what is typed, where what it means depends on more than this line. */
  void reread() {}

  /** What is typed and is no entry; empty where nothing is, or where the row refuses nothing. */
  Optional<String> unread() {
    return Optional.empty();
  }

  /** Puts a text back that is no entry: for rows that have such. */
  void showUnread(String text) {
    throw new UnsupportedOperationException("every text is an entry here");
  }

  final void focusInput() {
    getElement().executeJs("this.querySelector('input, textarea')?.focus()");
  }

  /** Calls back on every change of an input. */
  abstract void onChange(Runnable changed);

  /** Adds the inputs, then star and remove button. */
  final void assemble(Runnable makePrimary, Runnable remove, boolean starred, Component... inputs) {
    add(inputs);
    if (starred) {
      star.addClickListener(_ -> makePrimary.run());
      add(star);
    }
    var button = new Button(Glyph.CLOSE.create(), _ -> remove.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(t("shell.field.remove"));
    add(button);
    setPrimary(false);
  }

  final boolean isPrimary() {
    return primary;
  }

  final void setPrimary(boolean primary) {
    this.primary = primary;
    star.getElement().setAttribute("aria-pressed", String.valueOf(primary));
    star.setAriaLabel(t("shell.field.primary"));
    star.getElement().setAttribute("title", t("shell.field.primary"));
  }
}
