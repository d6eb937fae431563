package eu.rempart.activity.ical;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.NewActivity;
import eu.rempart.activity.ical.CalendarReader.Contents;
import eu.rempart.activity.ical.CalendarReader.Found;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
    Taking taking = new Taking(untitled, read.unread());
    UUID change =
        writes.inTransaction(
            Reason.IMPORT,
            running -> {
              taking.take(read.found());
              return running.id();
            });
    activities.cameBack(taking.touched);
    return taking.done(change);
  }

  /** One file on its way in. */
  private final class Taking {

    private final String untitled;
    private final List<ActivityId> touched = new ArrayList<>();
    private final List<CalendarRemark> remarks = new ArrayList<>();
    private final Map<String, ActivityId> byNumber = new HashMap<>();
    private final FixedFields fixed = new FixedFields(rights.fixed("activity"));
    private int created;
    private int updated;
    private int same;
    private int refused;

    Taking(String untitled, List<CalendarRemark> unread) {
      this.untitled = untitled;
      this.refused = unread.size();
      this.remarks.addAll(unread);
    }

    void take(List<Found> all) {
      // what is one of a series comes after the series
      all.stream()
          .filter(found -> found.occurrence() == null)
          .forEach(found -> careful(found, this::whole));
      all.stream()
          .filter(found -> found.occurrence() != null)
          .forEach(found -> careful(found, this::occurrence));
    }

    /** One that can't be kept is left out by itself, before anything of it is written. */
    private void careful(Found found, Consumer<Found> taking) {
      try {
        taking.accept(found);
      } catch (InvalidFieldException e) {
        refuse(found, why(e));
      } catch (NotPermittedException _) {
        refuse(found, CalendarRemark.Why.NOT_YOURS);
      }
    }

    private void refuse(Found found, CalendarRemark.Why why) {
      refused++;
      remarks.add(new CalendarRemark(found.data().subject(), why));
    }

    private static CalendarRemark.Why why(InvalidFieldException e) {
      if (e.field().equals(label(ActivityField.WHEN))) {
        return e.problem() == InvalidFieldException.Problem.REQUIRED
            ? CalendarRemark.Why.NO_TIME
            : CalendarRemark.Why.TIME_TOO_FAR;
      }
      return e.field().equals(label(ActivityField.RECURRENCE))
          ? CalendarRemark.Why.RULE
          : CalendarRemark.Why.OTHER;
    }

    private static String label(ActivityField field) {
      return "activity.field." + field.column();
    }

    private void whole(Found found) {
      Optional<Activity> known = known(found.data());
      String subject = found.data().subject();
      if (subject == null) {
        // a name that somebody gave it since stays
        subject = known.map(activity -> activity.data().subject()).orElse(untitled);
      }
      ActivityData data = found.data().toBuilder().subject(subject).ownerId(member.id()).build();
      ActivityRules.check(data);
      ActivityId id = known.isPresent() ? update(known.get(), data) : create(data);
      if (data.externalId() != null) {
        byNumber.put(data.externalId(), id);
      }
      found.leftOut().forEach(when -> leaveOut(id, when));
    }

    private Optional<Activity> known(ActivityData data) {
      String number = data.externalId();
      return number == null
          ? Optional.empty()
          : Optional.ofNullable(byNumber.get(number))
              .or(() -> many.matching(number).stream().findFirst())
              .or(() -> CalendarFile.own(number))
              .flatMap(activities::find);
    }

    private ActivityId create(ActivityData data) {
      ActivityId id = new ActivityId(Ids.next());
      activities.createAll(
          Map.of(id, new NewActivity(fixed.kept(ActivityData.EMPTY, data), ActivityLinks.NONE)),
          Reason.IMPORT);
      touched.add(id);
      created++;
      return id;
    }

    /** What the file does not know stays: owner, links, and reminders where it has none. */
    private ActivityId update(Activity known, ActivityData data) {
      ActivityData now = known.data();
      ActivityData wanted =
          now.toBuilder()
              .subject(data.subject())
              .when(data.when())
              .minutes(data.minutes())
              .recurrence(data.recurrence())
              .reminders(reminders(now, data))
              .place(data.place())
              .description(data.description())
              .priority(data.priority())
              .status(data.status())
              .build();
      ActivityData after = fixed.kept(now, wanted);
      if (after.equals(now)) {
        same++;
      } else {
        SaveResult<?, ?> saved = activities.save(known.id(), known.version(), now, after, null);
        touched.add(known.id());
        updated += saved instanceof SaveResult.Saved<?, ?> ? 1 : 0;
      }
      return known.id();
    }

    private static List<Integer> reminders(ActivityData now, ActivityData read) {
      return read.reminders().isEmpty() ? now.reminders() : read.reminders();
    }

    private void leaveOut(ActivityId id, When when) {
      if (!fixed.contains(ActivityField.STATUS)) {
        var _ =
            series.change(
                id, when, data -> data.toBuilder().status(ActivityStatus.CANCELLED).build());
      }
    }

    private void occurrence(Found found) {
      When which = Objects.requireNonNull(found.occurrence());
      Optional<Activity> known = known(found.data());
      if (known.isEmpty()) {
        whole(found.alone());
        return;
      }
      UnaryOperator<ActivityData> change =
          data -> fixed.kept(data, instead(data, found.data(), which));
      ActivityRules.check(change.apply(known.get().data()).toBuilder().recurrence(null).build());
      UUID changed = series.change(known.get().id(), which, change);
      if (changed == null) {
        same++;
      } else {
        created++;
      }
    }

    /** What one of a series is; of one without a subject the file says only what differs. */
    private static ActivityData instead(ActivityData series, ActivityData read, When which) {
      ActivityDataBuilder data =
          series.toBuilder()
              .when(read.when() == null ? which : read.when())
              .reminders(reminders(series, read))
              .status(read.status())
              .externalId(null);
      if (read.subject() == null) {
        return data.place(read.place() == null ? series.place() : read.place())
            .minutes(read.minutes() == null ? series.minutes() : read.minutes())
            .build();
      }
      return data.subject(read.subject()).minutes(read.minutes()).place(read.place()).build();
    }

    Imported done(UUID change) {
      return new Imported(change, touched, created, updated, same, refused, remarks);
    }
  }
}
