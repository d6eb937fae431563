package eu.rempart.shell.command;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The keys of commands, "?" for the sheet that lists them, and keys of single pages. Keys that are
 * typed into a field, pressed over an open dialog, menu or list, or by somebody who switched them
 * off do nothing (WCAG 2.2, 2.1.4): {@code start/keys.js} decides that for all keys in one place.
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

  /**
   * Does what the keys stand for. The browser tells of those alone that no button in sight has: one
   * on a tab of the page that is not shown still means the record of this page.
   */
  void press(String keys) {
    if (keys.equals(ShortcutSheet.KEYS)) {
      new ShortcutSheet(commands).open();
    } else {
      getParent()
          .flatMap(page -> button(page, keys))
          .ifPresentOrElse(
              // a sheet disables what lies on other tabs, so that click() would do nothing
              button -> ComponentUtil.fireEvent(button, new ClickEvent<Button>(button)),
              () -> commands.byKeys(keys).ifPresent(command -> command.run().run()));
    }
  }

  /** The first button that has the keys, be it on a tab that is not shown. */
  private static Optional<Button> button(Component part, String keys) {
    Element element = part.getElement();
    if (element.isTextNode() || !part.isVisible()) {
      return Optional.empty();
    }
    return part instanceof Button button
            && keys.equals(element.getAttribute(KEYS))
            && element.getNode().isEnabledSelf()
        ? Optional.of(button)
        : parts(part).flatMap(child -> button(child, keys).stream()).findFirst();
  }

  /** What a part of the page has inside. A sheet has no child of a tab that was not shown yet. */
  private static Stream<Component> parts(Component part) {
    return part instanceof TabSheet sheet
        ? IntStream.range(0, sheet.getTabCount())
            .mapToObj(at -> sheet.getComponent(sheet.getTabAt(at)))
        : part.getChildren();
  }
}
