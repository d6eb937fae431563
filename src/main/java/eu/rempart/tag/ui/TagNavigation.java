package eu.rempart.tag.ui;

/** The way to the screen of tags. */
public final class TagNavigation {

  static final String TAGS = "tags";

  private TagNavigation() {}

  /** Path of the tags. */
  public static String tags() {
    return TAGS;
  }
}
