package eu.rempart.activity.calendar;

import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.value.When;

/**
 * Something in a calendar.
 *
 * @param row the activity; of an occurrence the one that recurs
 * @param when when it happens, which for an occurrence is not when the activity stands
 */
public record CalendarEntry(ActivityRow row, When when) {

  /** Whether it comes of a recurring activity that stands somewhere else. */
  public boolean isComing() {
    return !when.equals(row.shown().when());
  }

  /** What tells it from all others in a calendar. */
  public String key() {
    return isComing() ? row.id() + "@" + when.at() : row.id().toString();
  }
}
