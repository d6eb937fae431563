package eu.rempart.activity.series;

import eu.rempart.activity.value.When;
import java.util.List;

/**
 * A recurring activity as calendars elsewhere know it: as a whole.
 *
 * @param first the occurrence that the rule counts from
 * @param changes the last ones that were moved or called off, and those that were asked for
 */
public record SeriesTold(When first, List<SeriesChange> changes) {

  public SeriesTold {
    changes = List.copyOf(changes);
  }
}
