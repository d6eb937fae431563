package eu.rempart.watch.status;

import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.result.Step;

/** Words for the lines of an incident's story, the same to the public and to engineers. */
public final class StoryText {

  private StoryText() {}

  /** One line of a story. */
  public static String of(WatchText words, Step step) {
    Failure failure = step.failure();
    String note = step.note();
    return switch (step.kind()) {
      case DOWN ->
          words.text(
              "watch.step.down",
              words.of(step.zones()),
              failure == null ? "–" : words.of(failure, step.number()));
      case RECOVERING -> words.text("watch.step.recovering");
      case FLAPPING -> words.text("watch.step.flapping");
      case UP -> words.text("watch.step.up");
      case NOTE -> note == null ? "" : note;
    };
  }
}
