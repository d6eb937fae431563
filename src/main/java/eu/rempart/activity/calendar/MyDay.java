package eu.rempart.activity.calendar;

import eu.rempart.activity.ActivityRow;
import java.util.List;

/**
 * Somebody's day.
 *
 * @param overdue open tasks and calls whose time has come and gone, the longest overdue first; ten
 *     at most
 * @param overdueInAll how many there are; 101 for more than a hundred
 * @param due what is to be done some time today
 * @param calendar what has its hour today, done or not, by time; meetings that a series comes to,
 *     too, though it stands at an earlier one
 */
public record MyDay(
    List<ActivityRow> overdue,
    int overdueInAll,
    List<ActivityRow> due,
    List<CalendarEntry> calendar) {

  public MyDay {
    overdue = List.copyOf(overdue);
    due = List.copyOf(due);
    calendar = List.copyOf(calendar);
  }
}
