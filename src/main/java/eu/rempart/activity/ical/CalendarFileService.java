package eu.rempart.activity.ical;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.ical.CalendarReader.Contents;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes iCalendar files over as activities. Every method needs a right. */
@Service
public class CalendarFileService {

  /** In bytes. */
  public static final int LARGEST = 10 << 20;

  private final ActivityService activities;
  private final ManyActivitiesService many;
  private final SeriesService series;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember member;

  CalendarFileService(
      ActivityService activities,
      ManyActivitiesService many,
      SeriesService series,
      Writes writes,
      Rights rights,
      CurrentMember member) {
    this.activities = activities;
    this.many = many;
    this.series = series;
    this.writes = writes;
    this.rights = rights;
    this.member = member;
  }

  /**
   * What an import came to.
   *
   * @param change the id of the change, by which it can be undone
   * @param touched what it made or changed
   * @param same what was there as the file has it
   * @param refused what could not be kept: at a time that is none, say
   * @param remarks what was left out, and why
   */
  public record Imported(
      UUID change,
      List<ActivityId> touched,
      int created,
      int updated,
      int same,
      int refused,
      List<CalendarRemark> remarks) {

    public Imported {
      touched = List.copyOf(touched);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Takes a file over, all of it in one change. What is there by the same number is brought up to
   * date; the rest is for whoever brings it.
   *
   * @param zone of times that name none
   * @param untitled the subject of what has none
   * @throws NoCalendarException if it is no calendar, or too much; nothing is taken over
   */
  public Imported take(byte[] file, ZoneId zone, String untitled) {
    rights.require(Right.IMPORT_RECORDS);
    if (file.length > LARGEST) {
      throw new NoCalendarException(NoCalendarException.Why.TOO_LARGE);
    }
    Contents read = new CalendarReader(zone).read(file);
    if (read.found().isEmpty()) {
      throw new NoCalendarException(
          read.unread().isEmpty()
              ? NoCalendarException.Why.EMPTY
              : NoCalendarException.Why.UNREADABLE);
    }
    CalendarTaking taking =
        new CalendarTaking(
            activities,
            many,
            series,
            new FixedFields(rights.fixed("activity")),
            member.id(),
            untitled,
            read.unread());
    UUID change =
        writes.inTransaction(
            Reason.IMPORT,
            running -> {
              taking.take(read.found());
              return running.id();
            });
    activities.cameBack(taking.touched());
    return taking.done(change);
  }
}
