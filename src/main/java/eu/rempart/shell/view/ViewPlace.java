package eu.rempart.shell.view;

/**
 * Where the list with a bar of views stands, provided as a bean by the room whose list it is, so
 * that its saved views are found from every page.
 *
 * @param kind name of the table whose records it lists
 * @param route path of the list, without a leading slash
 * @param labelKey key of the list's name
 */
public record ViewPlace(String kind, String route, String labelKey) {

  /** The parameter of the list's address that names a saved view. */
  public static final String VIEW = "view";
}
