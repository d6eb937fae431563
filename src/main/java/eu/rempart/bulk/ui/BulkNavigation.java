package eu.rempart.bulk.ui;

/** The way to the list of bulk changes. */
public final class BulkNavigation {

  static final String CHANGES = "changes";

  private BulkNavigation() {}

  /** Path of the list of bulk changes. */
  public static String changes() {
    return CHANGES;
  }
}
