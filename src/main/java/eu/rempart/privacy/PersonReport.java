package eu.rempart.privacy;

import eu.rempart.history.RecordRef;
import java.util.List;
import java.util.Map;

/**
 * Where a person occurs.
 *
 * @param places what is theirs, and goes when they are erased
 * @param drafts forms that somebody began to fill in and did not save
 * @param mentions other records in whose texts their name or address stands, with their names; they
 *     stay when the person is erased
 */
public record PersonReport(List<Occurrence> places, int drafts, Map<RecordRef, String> mentions) {

  public PersonReport {
    places = List.copyOf(places);
    mentions = Map.copyOf(mentions);
  }

  /** Says nothing of names: they are customer data. */
  @Override
  public String toString() {
    return "PersonReport[%d places, %d mentions]".formatted(places.size(), mentions.size());
  }
}
