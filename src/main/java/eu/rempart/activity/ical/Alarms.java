package eu.rempart.activity.ical;

import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import eu.rempart.activity.value.Reminders;
import eu.rempart.activity.value.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reminders as alarms of RFC 5545, section 3.6.6. */
final class Alarms {

  private static final long MINUTE = 60_000;

  private Alarms() {}

  /**
   * Adds reminders to an event.
   *
   * @param text what they say
   * @param when the event's beginning; a whole day has it at midnight, and its reminders in the
   *     morning
   */
  static void add(VEvent event, String text, When when, List<Integer> reminders) {
    for (int minutes : reminders) {
      int before = minutes - morning(when);
      Duration away = new Duration.Builder().prior(before > 0).minutes(Math.abs(before)).build();
      event.addAlarm(VAlarm.display(new Trigger(away, Related.START), text));
    }
  }

  private static int morning(When when) {
    return when.allDay() ? Reminders.MORNING : 0;
  }

  /**
   * Reminders for what alarms say: of more than there may be those nearest to the beginning. One
   * that rings after it becomes one at its beginning. What lies farther off than four weeks is left
   * out, and so is what is there to say that there is no alarm.
   *
   * @param when from which reminders count
   * @param start from which alarms count
   * @param end from which alarms count that say so
   */
  static List<Integer> read(List<VAlarm> alarms, When when, Instant start, Instant end) {
    List<Integer> found = new ArrayList<>();
    for (VAlarm alarm : alarms) {
      Trigger trigger = alarm.getTrigger();
      if (trigger != null && rings(alarm)) {
        OptionalLong at = at(trigger, start, end);
        if (at.isPresent()) {
          long before =
              Math.floorDiv(when.at().toEpochMilli() - at.getAsLong(), MINUTE) + morning(when);
          if (before <= Reminders.EARLIEST) {
            found.add((int) Math.max(0, before));
          }
        }
      }
    }
    return Reminders.nearest(found);
  }

  private static boolean rings(VAlarm alarm) {
    return alarm.getAction() == null || !"NONE".equalsIgnoreCase(alarm.getAction().getValue());
  }

  /** When it rings, in milliseconds of the epoch; empty where it does not say so. */
  private static OptionalLong at(Trigger trigger, Instant start, Instant end) {
    if (trigger.getDate() != null) {
      return OptionalLong.of(trigger.getDate().toInstant().toEpochMilli());
    }
    Duration away = trigger.getDuration();
    if (away == null) {
      return OptionalLong.empty();
    }
    Instant from = Related.END.equals(trigger.getRelated()) ? end : start;
    return OptionalLong.of(from.toEpochMilli() + away.toMillis());
  }
}
