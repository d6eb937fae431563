package eu.rempart.watch.place;

import eu.rempart.watch.check.Zone;

/**
 * A place that an organisation made itself.
 *
 * @param zone neither this server nor one of the usual ones, which have their names in each
 *     language
 * @param name what people read, the public too; 1 to 40 characters in one line
 */
public record Place(Zone zone, String name) {

  public static final int LONGEST_NAME = 40;

  /** Checks. */
  public Place {
    if (!zone.isElsewhere() || Zone.USUAL.contains(zone)) {
      throw new IllegalArgumentException("%s has a name already".formatted(zone));
    }
    name = name.strip();
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "the name of a place has 1 to %d characters in one line, got %d"
              .formatted(LONGEST_NAME, name.length()));
    }
  }

  /** Whether a place may be called so. */
  public static boolean isName(String name) {
    return !name.isBlank()
        && name.strip().length() <= LONGEST_NAME
        && name.codePoints().noneMatch(Place::isHidden);
  }

  /** Control characters, and those that turn or hide what stands beside them. */
  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
