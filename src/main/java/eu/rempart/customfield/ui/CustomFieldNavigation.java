package eu.rempart.customfield.ui;

/** The way to the screen of custom fields. */
public final class CustomFieldNavigation {

  static final String FIELDS = "fields";

  private CustomFieldNavigation() {}

  /** Path of the custom fields. */
  public static String fields() {
    return FIELDS;
  }
}
