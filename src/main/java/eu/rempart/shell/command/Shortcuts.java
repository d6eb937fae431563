package eu.rempart.shell.command;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;

/**
 * Listens to the keys of commands, and "?" for the sheet that lists them. Keys of what is typed
 * into a field, of an open dialog or of whoever switched them off do nothing (WCAG 2.2, 2.1.4).
 */
public final class Shortcuts extends Span {

  private static final long serialVersionUID = 1L;

  /** Under this name the browser remembers that somebody wants no single keys. */
  static final String OFF = "rempart-keys-off";

  private static final String DATA = "event.detail.keys";

  private static final String KEYS =
      """
      const element = this;
      const known = $0.split(',');
      let begun = '', timer;
      window.addEventListener('keydown', event => {
        if (!element.isConnected || event.defaultPrevented || event.isComposing) return;
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (localStorage.getItem($1)) return;
        const at = event.composedPath()[0];
        if (at.closest?.('input, textarea, select, [contenteditable], [role=menu]')) return;
        if (document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
        const key = event.key.toLowerCase();
        const keys = begun ? begun + ' ' + key : key;
        begun = '';
        clearTimeout(timer);
        if (known.includes(keys)) {
          event.preventDefault();
          event.stopImmediatePropagation();
          element.dispatchEvent(new CustomEvent('shortcut', {detail: {keys}}));
        } else if (known.some(one => one.startsWith(keys + ' '))) {
          begun = keys;
          timer = setTimeout(() => { begun = ''; }, 1500);
        }
      }, true);
      """;

  private final transient Commands commands;

  public Shortcuts(Commands commands) {
    this.commands = commands;
    addClassName("visually-hidden");
    getElement()
        .addEventListener("shortcut", event -> press(event.getEventData().get(DATA).asString()))
        .addEventData(DATA);
  }

  /** Does what the keys stand for. */
  void press(String keys) {
    if (keys.equals(ShortcutSheet.KEYS)) {
      new ShortcutSheet(commands).open();
    } else {
      commands.byKeys(keys).ifPresent(command -> command.run().run());
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (event.isInitialAttach()) {
      String known =
          commands.withKeys().stream().map(Command::keys).collect(Collectors.joining(","));
      getElement()
          .executeJs(
              KEYS, known.isEmpty() ? ShortcutSheet.KEYS : known + "," + ShortcutSheet.KEYS, OFF);
    }
  }
}
