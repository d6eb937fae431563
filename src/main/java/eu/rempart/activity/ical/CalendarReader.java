package eu.rempart.activity.ical;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalReader;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ical.CalendarParts.FileCalendar;
import eu.rempart.activity.value.When;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads activities from an iCalendar file of whatever program. */
final class CalendarReader {

  /** More than a firm writes down in years; a file with more is cut into several. */
  static final int MOST = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(CalendarReader.class);

  private final ZoneId zone;

  /**
   * @param zone of whoever brings the file: that of times without one
   */
  CalendarReader(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What a file holds of one activity.
   *
   * @param data subject and all; the external ID is its UID
   * @param leftOut occurrences that the series does not have
   * @param occurrence which one of the series of that UID it is; null for the series itself, or for
   *     what comes once
   * @param remarks what should be known of it
   */
  record Found(
      ActivityData data,
      List<When> leftOut,
      @Nullable When occurrence,
      Set<CalendarRemark.Why> remarks) {

    Found {
      leftOut = List.copyOf(leftOut);
      remarks = Set.copyOf(remarks);
    }

    /** A number by which it is known again: as it is, or where it is too long what it comes to. */
    static String number(String text) {
      return text.length() <= ActivityRules.MAX_TEXT ? text : CalendarParts.number(text);
    }

    /** One of a series that is nowhere, which comes by itself: known again by its own number. */
    Found alone() {
      return occurrence == null
          ? this
          : new Found(data.toBuilder().externalId(number(place())).build(), leftOut, null, remarks);
    }

    /** The number of what the series has there. */
    String place() {
      return data.externalId() + " " + (occurrence == null ? "" : occurrence.at());
    }

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Found[hidden]";
    }
  }

  /** What a file holds, and what of it can't be read. */
  record Contents(List<Found> found, List<CalendarRemark> unread) {

    Contents {
      found = List.copyOf(found);
      unread = List.copyOf(unread);
    }
  }

  /**
   * Reads all of it. What can't be read is told; the rest is there all the same.
   *
   * @throws NoCalendarException if it holds no calendar, or too much
   */
  Contents read(byte[] file) {
    List<Found> found = new ArrayList<>();
    List<CalendarRemark> unread = new ArrayList<>();
    List<FileCalendar> calendars = CalendarParts.of(CalendarText.of(file));
    if (calendars.isEmpty()) {
      throw new NoCalendarException(NoCalendarException.Why.NO_CALENDAR);
    }
    for (FileCalendar calendar : calendars) {
      FileZones zones = new FileZones(calendar.zones(), zone);
      for (String part : calendar.parts()) {
        try {
          found.addAll(part(part, zones));
        } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
          // what strangers write may hit any corner of the parser
          LOG.info("a part of a calendar can't be read: {}", e.getClass().getName());
          unread.add(
              new CalendarRemark(CalendarParts.summary(part), CalendarRemark.Why.UNREADABLE));
        }
        if (found.size() + unread.size() > MOST) {
          throw new NoCalendarException(NoCalendarException.Why.TOO_MANY);
        }
      }
    }
    return new Contents(together(found), unread);
  }

  /** With what says how one that is no occurrence of a rule was changed in its place. */
  private static List<Found> together(List<Found> all) {
    Map<String, Integer> single = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      ActivityData data = all.get(i).data();
      When when = data.when();
      String number = data.externalId();
      if (all.get(i).occurrence() == null
          && data.recurrence() == null
          && when != null
          && number != null) {
        single.put(number, i);
        single.put(number + " " + when.at(), i);
      }
    }
    List<@Nullable Found> found = new ArrayList<>(all);
    for (int i = 0; i < all.size(); i++) {
      Found changed = all.get(i);
      Integer of = changed.occurrence() == null ? null : single.get(changed.place());
      if (of != null) {
        Found before = all.get(of);
        ActivityData data =
            CalendarTaking.instead(
                    before.data(), changed.data(), Objects.requireNonNull(before.data().when()))
                .toBuilder()
                .externalId(before.data().externalId())
                .build();
        found.set(of, new Found(data, List.of(), null, changed.remarks()));
        found.set(i, null);
      }
    }
    return found.stream().filter(Objects::nonNull).toList();
  }

  private List<Found> part(String part, FileZones zones) throws IOException {
    if (CalendarParts.hidesZone(part)) {
      throw new IOException("a zone is described within an event");
    }
    List<Found> found = new ArrayList<>();
    try (ICalReader reader = new ICalReader(part, ICalVersion.V2_0)) {
      ICalendar calendar = reader.readNext();
      if (calendar != null) {
        ComponentReader component =
            new ComponentReader(new CalendarTimes(zone, zones), calendar.getTimezoneInfo(), part);
        calendar.getEvents().forEach(event -> found.addAll(component.event(event)));
        calendar.getTodos().forEach(todo -> found.addAll(component.todo(todo)));
      }
    }
    return found;
  }
}
