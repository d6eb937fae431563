package eu.rempart.bulk.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.bulk.BulkState;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * The same, of a change that was just done and can tell the records apart that it left alone.
   *
   * @param same how many of those were so already
   */
  static String done(String what, int changed, int leftAlone, int same) {
    int not = leftAlone - same;
    return Stream.of(
            t("bulk.done." + what, changed),
            same > 0 ? t("bulk.left.same", same) : "",
            not > 0 ? t("bulk.left.not", not) : "")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  static String state(BulkState state) {
    return t("bulk.state." + state.name());
  }
}
