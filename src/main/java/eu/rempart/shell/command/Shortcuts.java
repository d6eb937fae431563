package eu.rempart.shell.command;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of commands, "?" for the sheet that lists them, and keys of single pages. Keys that are
 * typed into a field, pressed over an open dialog, menu or list, or by somebody who switched them
 * off do nothing (WCAG 2.2, 2.1.4): {@code shell/keys.js} decides that for all keys in one place.
 */
public final class Shortcuts extends Span {

  private static final long serialVersionUID = 1L;

  /** Edits the record that a page shows. */
  public static final String EDIT = "e";

  /** Under this name the browser remembers that somebody wants no single keys. */
  static final String OFF = "rempart-keys-off";

  private static final String KEYS = "data-keys";
  private static final String EVENT = "rempart-keys";
  private static final String DATA = "event.detail.keys";

  private final transient Commands commands;

  public Shortcuts(Commands commands) {
    this.commands = commands;
    addClassName("visually-hidden");
    getElement()
        .setAttribute(
            KEYS,
            Stream.concat(
                    commands.withKeys().stream().map(Command::keys), Stream.of(ShortcutSheet.KEYS))
                .collect(Collectors.joining(",")));
    getElement()
        .addEventListener(EVENT, event -> press(event.getEventData().get(DATA).asString()))
        .addEventData(DATA);
  }

  /**
   * Gives a button of a page keys, which press it as long as the page shows it: also in place of
   * the command that has the same keys.
   *
   * @param keys pressed one after the other, such as {@code e}
   */
  public static void on(Button button, String keys) {
    set(button, keys);
  }

  /** Gives a text field keys that put the cursor into it. */
  public static void on(TextField field, String keys) {
    set(field, keys);
  }

  private static void set(Component owner, String keys) {
    owner.getElement().setAttribute(KEYS, keys);
    if (!keys.contains(" ")) { // the attribute has no word for keys one after the other
      owner.getElement().setAttribute("aria-keyshortcuts", keys);
    }
  }

  /** Does what the keys stand for. */
  void press(String keys) {
    if (keys.equals(ShortcutSheet.KEYS)) {
      new ShortcutSheet(commands).open();
    } else {
      commands.byKeys(keys).ifPresent(command -> command.run().run());
    }
  }
}
