package eu.rempart.activity.ical;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.ical.CalendarReader.Contents;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Activities as iCalendar files, in and out. Every method needs a right. */
@Service
public class CalendarFileService {

  /** In bytes. */
  public static final int LARGEST = 10 << 20;

  private static final int BATCH = 500;

  private final ActivityService activities;
  private final ManyActivitiesService many;
  private final SeriesService series;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember member;
  private final SecurityEvents events;
  private final ApplicationEventPublisher publisher;

  CalendarFileService(
      ActivityService activities,
      ManyActivitiesService many,
      SeriesService series,
      Writes writes,
      Rights rights,
      CurrentMember member,
      SecurityEvents events,
      ApplicationEventPublisher publisher) {
    this.activities = activities;
    this.many = many;
    this.series = series;
    this.writes = writes;
    this.rights = rights;
    this.member = member;
    this.events = events;
    this.publisher = publisher;
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
   * Writes activities as one file. Who took how many is kept as a security event, also of a file
   * that broke off.
   *
   * @param chosen the only ones; empty for all that the query finds
   */
  public void write(ActivityQuery query, List<ActivityId> chosen, OutputStream out)
      throws IOException {
    rights.require(Right.EXPORT_RECORDS, "activity");
    CalendarFile file = new CalendarFile();
    AtomicLong rows = new AtomicLong();
    try {
      (chosen.isEmpty() ? activities.ids(query, BATCH) : Stream.of(chosen))
          .map(activities::findAll)
          .forEach(
              found -> {
                file.add(found);
                rows.addAndGet(found.size());
              });
      out.write(file.text().getBytes(StandardCharsets.UTF_8));
    } finally {
      left(rows.get());
    }
  }

  private void left(long rows) {
    events.record(
        SecurityEvent.of("exchange.export", Severity.NOTICE)
            .member(member.id())
            .with("kind", "activity")
            .with("format", "ics")
            .with("rows", Long.toString(rows)));
    publisher.publishEvent(new RecordsMoved(member.id(), Way.EXPORTED, rows));
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
