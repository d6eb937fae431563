package eu.rempart.bulk.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.bulk.BulkState;

/** Bulk changes in words. */
final class BulkTexts {

  private BulkTexts() {}

  /** What is done, while it is. */
  static String title(String what) {
    return t("bulk.title." + what);
  }

  /** What was done, and to how many. */
  static String done(String what, int changed, int leftAlone) {
    String words = t("bulk.done." + what, changed);
    return leftAlone == 0 ? words : words + " " + t("bulk.left", leftAlone);
  }

  static String state(BulkState state) {
    return t("bulk.state." + state.name());
  }
}
