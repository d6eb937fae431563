package eu.rempart.activity.ical;

import eu.rempart.activity.value.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An iCalendar file for subscribers: when something is, and what it is called. */
public final class FeedFile {

  private final CalendarFile file = new CalendarFile();

  /**
   * Adds something.
   *
   * @param key by which calendars know it again
   * @param minutes how long it takes; null where nobody said
   * @param reminders minutes before its beginning
   */
  public void add(
      String key,
      String subject,
      @Nullable String place,
      When when,
      @Nullable Integer minutes,
      List<Integer> reminders) {
    file.addTold(key + "@rempart", subject, place, when, minutes, reminders);
  }

  public String text() {
    return file.text();
  }
}
