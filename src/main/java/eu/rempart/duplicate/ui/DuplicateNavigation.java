package eu.rempart.duplicate.ui;

/** The way to duplicates. */
public final class DuplicateNavigation {

  static final String DUPLICATES = "duplicates";

  private DuplicateNavigation() {}

  /** Path of the duplicates. */
  public static String duplicates() {
    return DUPLICATES;
  }
}
