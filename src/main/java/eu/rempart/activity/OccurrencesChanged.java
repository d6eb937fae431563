package eu.rempart.activity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction that takes occurrences out of recurring activities, moves them,
 * calls them off or brings them back, after it did, so that whoever asked people to them can tell
 * these.
 *
 * @param series the recurring activities; some may be gone
 * @param before the version that the series had before it moved on past its occurrence; null where
 *     it did not
 */
public record OccurrencesChanged(Set<ActivityId> series, @Nullable Integer before) {

  public OccurrencesChanged {
    series = Set.copyOf(series);
  }
}
