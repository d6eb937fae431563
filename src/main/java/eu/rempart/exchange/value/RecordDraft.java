package eu.rempart.exchange.value;

import eu.rempart.common.custom.CustomValues;
import java.util.List;

/**
 * Gathers the texts of a deal or an activity while a row is read: what fits no field goes into the
 * description.
 */
public final class RecordDraft extends ReachDraft {

  private final String kind;

  /**
   * Begins an empty one.
   *
   * @param kind of the record that it becomes
   */
  public RecordDraft(Problems problems, String kind) {
    super(problems);
    this.kind = kind;
  }

  @Override
  String kind() {
    return kind;
  }

  /** The text in one line, cut where it is too long; the whole of it then stays too. */
  public String line(String text, int max, Place place) {
    return fit(text.strip().replaceAll("\\s+", " "), max, place);
  }

  /** Everything that was described. */
  public String text() {
    return description();
  }

  /** Names of tags. */
  public List<String> names() {
    return tags();
  }

  /** Values of the organisation's own fields. */
  public CustomValues own() {
    return custom();
  }
}
