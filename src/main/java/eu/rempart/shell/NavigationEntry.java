package eu.rempart.shell;

import eu.rempart.shell.part.Glyph;
import java.util.function.Predicate;

/**
 * One line of the navigation, contributed as a Spring bean by the room it leads to.
 *
 * @param labelKey key of its text
 * @param glyph drawn before the text
 * @param route path without a leading slash, as in {@code @Route}; empty for the home screen
 * @param group the block it stands in
 * @param order place in its block, ascending; by convention 10, 20, 30 …
 * @param keys pressed one after the other to go there, such as {@code g c}; empty for none
 * @param visibleFor who sees it; this is courtesy, the route itself carries the access rule
 */
public record NavigationEntry(
    String labelKey,
    Glyph glyph,
    String route,
    Group group,
    int order,
    String keys,
    Predicate<Person> visibleFor) {

  /** The blocks of the navigation, in the order they are shown. */
  public enum Group {
    /** Daily work; the first four also stand in the bar at the bottom of a phone. */
    WORK,
    /** Import, bin and the like. */
    TOOLS,
    /** Members, security: for administrators and operators. */
    ADMINISTRATION
  }

  /** An entry without keys of its own. */
  public NavigationEntry(
      String labelKey,
      Glyph glyph,
      String route,
      Group group,
      int order,
      Predicate<Person> visibleFor) {
    this(labelKey, glyph, route, group, order, "", visibleFor);
  }

  /** The same entry, which one also reaches by these keys. */
  public NavigationEntry withKeys(String pressed) {
    return new NavigationEntry(labelKey, glyph, route, group, order, pressed, visibleFor);
  }

  /** An entry for everybody who may open customer data. */
  public static NavigationEntry forMembers(
      String labelKey, Glyph glyph, String route, Group group, int order) {
    return new NavigationEntry(labelKey, glyph, route, group, order, Person::opensCustomerData);
  }

  /** An entry for whoever has the right that the route asks for. */
  public static NavigationEntry forRight(
      String right, String labelKey, Glyph glyph, String route, Group group, int order) {
    return new NavigationEntry(
        labelKey, glyph, route, group, order, person -> person.rights().contains(right));
  }

  /** An entry for administrators. */
  public static NavigationEntry forAdministrators(
      String labelKey, Glyph glyph, String route, int order) {
    return new NavigationEntry(
        labelKey, glyph, route, Group.ADMINISTRATION, order, Person::administrator);
  }

  /** Whether this entry is the one to mark on the given path, which may lead deeper. */
  boolean leadsTo(String path) {
    return route.isEmpty() ? path.isEmpty() : path.equals(route) || path.startsWith(route + "/");
  }
}
