package eu.rempart.journey;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Every place of a page, or of the dialog that lies over it, where somebody can type; and what goes
 * wrong where every key of the keyboard is pressed there, one by one.
 */
final class TypedFields {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /** Letters of both cases, digits and signs: printable ASCII. */
  private static final String KEYS =
      LETTERS + " ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 " + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  /**
   * What the page says of itself. A field shows what was pressed; one that takes figures, a day or
   * signs of its own shows those of them that it takes, in their order.
   */
  private static final String PLACES =
      """
      () => {
        const figures = 'vaadin-integer-field, vaadin-number-field, vaadin-big-decimal-field,'
            + ' vaadin-date-picker, vaadin-time-picker, [inputmode=decimal], [inputmode=numeric]';
        const texts = ['text', 'search', 'email', 'tel', 'url', 'password', 'number'];
        function all(root, into = []) {
          for (const one of root.querySelectorAll('*')) {
            if (one.matches('input, textarea, [contenteditable=true]')) into.push(one);
            if (one.shadowRoot) all(one.shadowRoot, into);
          }
          return into;
        }
        // on a phone a day is chosen on a calendar as large as the screen
        const typed = one => one.checkVisibility() && !one.disabled && !one.readOnly
            && !one.closest('vaadin-date-picker')?._fullscreen
            && (!(one instanceof HTMLInputElement) || texts.includes(one.type));
        const value = one => (one.value ?? one.innerText).replaceAll('\\u00a0', ' ');
        const path = one => {
          const up = [];
          for (let at = one; at; at = at.parentNode ?? at.host) up.push(at);
          return up;
        };
        const over = () => [...document.querySelectorAll(
            '[opened]:not(vaadin-notification, vaadin-tooltip)')];
        const dialogs = [...document.querySelectorAll('vaadin-dialog[opened]')];
        const places = all(dialogs.at(-1) ?? document).filter(typed);
        const opened = over(), address = location.pathname;
        let before;
        window.typing = {
          count: places.length,
          begin(at) {
            const place = places[at];
            if (!place.isConnected || !typed(place)) return null;
            place.focus();
            before = places.map(value);
            const host = place.closest('[allowed-char-pattern]') ?? place.parentElement;
            return {
              name: place.getAttribute('aria-label') ?? place.labels?.[0]?.textContent
                  ?? place.placeholder ?? '',
              list: place.role === 'combobox',
              host: place.parentElement.localName,
              longest: place.maxLength > 0 ? place.maxLength : 0,
              exact: !path(place).some(up => up.matches?.(figures))
                  && place.type !== 'number' && !host.allowedCharPattern
            };
          },
          end(at) {
            const place = places[at], wrong = [];
            let active = document.activeElement;
            while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
            if (active !== place) wrong.push('the cursor went to ' + (active?.localName ?? 'nothing'));
            places.forEach((other, i) => {
              if (i !== at && other.isConnected && value(other) !== before[i]) {
                wrong.push('another field became ' + value(other));
              }
            });
            return {value: value(place), wrong: wrong.concat(window.typing.over(at))};
          },
          lists(at) {
            return path(places[at]).some(up => up.opened && !up.matches('vaadin-dialog'));
          },
          over(at) {
            const own = at === undefined ? [] : path(places[at]);
            const wrong = over().filter(one => !opened.includes(one) && !own.includes(one))
                .map(one => one.localName + ' opened');
            if (location.pathname !== address) wrong.push('went to ' + location.pathname);
            return wrong;
          }
        };
        return places.length;
      }
      """;

  private final Page page;
  private final Person person;
  private final Set<String> seen;
  private final List<String> wrong = new ArrayList<>();

  /**
   * Looks at fields that were not looked at yet.
   *
   * @param seen names of those that were; grows
   */
  TypedFields(Person person, Set<String> seen) {
    this.person = person;
    this.page = person.page();
    this.seen = seen;
  }

  /** Types into all of them; answers what was wrong, each thing in a sentence. */
  List<String> typeIntoAll(String where) {
    int count = (Integer) page.evaluate(PLACES);
    for (int at = 0; at < count; at++) {
      typeInto(where, at);
    }
    page.evaluate("() => document.activeElement?.blur()"); // what was found lies over the page
    person.settle();
    ((List<?>) page.evaluate("() => window.typing.over()"))
        .forEach(said -> wrong.add(where + ": " + said));
    return wrong;
  }

  private void typeInto(String where, int at) {
    if (!(page.evaluate("at => window.typing.begin(at)", at) instanceof Map<?, ?> place)) {
      return; // what was typed before took it away
    }
    String name = where + ", " + String.valueOf(place.get("name")).strip();
    // a list of one name is the same wherever it is chosen from; each key filters it, so that all
    // keys are pressed in one list of each kind, and the letters in the others
    boolean list = Boolean.TRUE.equals(place.get("list"));
    if (!seen.add(list ? "list " + place.get("name") : name)) {
      return;
    }
    String keys = list && !seen.add("all keys in " + place.get("host")) ? LETTERS : KEYS;
    int longest = (Integer) Objects.requireNonNull(place.get("longest"));
    int step = longest == 0 ? keys.length() : Math.min(longest, keys.length());
    for (int from = 0; from < keys.length(); from += step) {
      String pressed = keys.substring(from, Math.min(keys.length(), from + step));
      clear();
      page.keyboard().type(pressed);
      Map<?, ?> answer = (Map<?, ?>) page.evaluate("at => window.typing.end(at)", at);
      String shown = String.valueOf(answer.get("value"));
      boolean kept =
          Boolean.TRUE.equals(place.get("exact")) ? shown.equals(pressed) : isAmong(shown, pressed);
      if (!kept) {
        wrong.add(name + ": pressed " + pressed + " and it shows " + shown);
      }
      ((List<?>) Objects.requireNonNull(answer.get("wrong")))
          .forEach(said -> wrong.add(name + ": " + said));
    }
    clear();
    if (Boolean.TRUE.equals(page.evaluate("at => window.typing.lists(at)", at))) {
      page.keyboard().press("Escape"); // its own list or calendar, and nothing else
    }
  }

  private void clear() {
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().press("Delete");
  }

  /** Whether all signs of one stand in the other in the same order. */
  private static boolean isAmong(String some, String all) {
    int at = 0;
    for (int i = 0; i < some.length(); i++) {
      at = all.indexOf(some.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
