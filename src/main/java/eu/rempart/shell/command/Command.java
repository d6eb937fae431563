package eu.rempart.shell.command;

import com.vaadin.flow.component.UI;
import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.Person;
import eu.rempart.shell.part.Glyph;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Something that can be done from anywhere, contributed as a Spring bean by the room that does it.
 *
 * @param labelKey key of its text, which begins with what it does: "Add contact"
 * @param keys pressed one after the other to start it, such as {@code n c}; empty for none
 * @param group what the help sheet lists it under
 * @param visibleFor who is offered it; this is courtesy, what it does asks for the right itself
 * @param run does it, in the UI's thread
 */
public record Command(
    String labelKey,
    Glyph glyph,
    String keys,
    Group group,
    Predicate<Person> visibleFor,
    Runnable run) {

  /** What the help sheet lists commands under, in its order. */
  public enum Group {
    GO,
    CREATE,
    OTHER
  }

  /**
   * Makes a new record.
   *
   * @param may whether whoever is signed in may make one of this kind
   */
  public static Command create(
      BooleanSupplier may, String labelKey, Glyph glyph, String keys, Runnable run) {
    return new Command(labelKey, glyph, keys, Group.CREATE, _ -> may.getAsBoolean(), run);
  }

  /** Shows a place of the navigation. */
  public static Command go(NavigationEntry entry) {
    return new Command(
        entry.labelKey(),
        entry.glyph(),
        entry.keys(),
        Group.GO,
        entry.visibleFor(),
        () -> UI.getCurrent().navigate(entry.route()));
  }
}
