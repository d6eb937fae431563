package eu.rempart.recall.ui;

/** The way to what the member marked. */
public final class RecallNavigation {

  static final String FAVOURITES = "favourites";

  private RecallNavigation() {}

  /** Path of favourites and recent records. */
  public static String favourites() {
    return FAVOURITES;
  }
}
