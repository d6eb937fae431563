package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.calendar.CalendarEntry;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.calendar.Stretch;
import eu.rempart.activity.feed.Feed.Tells;
import eu.rempart.activity.feed.FeedService;
import eu.rempart.activity.reminder.ReminderService;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.archive.ArchiveService;
import eu.rempart.history.HistoryService;
import eu.rempart.search.Indexes;
import eu.rempart.team.WithNarrowedMembers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What members have of meetings that ask them. */
abstract class WithAskedMembers extends WithNarrowedMembers {

  static final ZoneId ZONE = ZoneId.of("UTC");

  @Autowired ActivityService activities;
  @Autowired AttendeeService attendees;
  @Autowired MeetingService meetings;
  @Autowired CalendarService calendar;
  @Autowired SeriesService series;
  @Autowired ReminderService reminders;
  @Autowired FeedService feeds;
  @Autowired HistoryService history;
  @Autowired ArchiveService archive;
  @Autowired DSLContext dsl;

  /**
   * In a quarter of an hour, of which it reminds at once; today in UTC but for a minute at night.
   */
  final Instant soon = Instant.now().plusSeconds(900).truncatedTo(ChronoUnit.SECONDS);

  final String word = "q" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void anIndex() {
    Indexes.awaitReady(activities::indexState);
  }

  ActivityDataBuilder data() {
    return ActivityData.builder()
        .kind(ActivityKind.MEETING)
        .subject("Kick-off " + word)
        .place("Room 4")
        .ownerId(admin().memberId())
        .when(new When(soon, ZONE))
        .minutes(30)
        .reminders(List.of(60));
  }

  ActivityId asks(ActivityDataBuilder data, SignedInMember... asked) {
    return meetings.create(
        new MeetingService.Typed(
            data.build(),
            ActivityLinks.NONE,
            new Attendees(
                List.of(),
                java.util.Arrays.stream(asked).map(SignedInMember::memberId).toList(),
                List.of())));
  }

  /** Their days around the meeting, as subjects. */
  List<String> calendar(SignedInMember whose) {
    LocalDate day = LocalDate.ofInstant(soon, ZONE);
    return as(whose, () -> calendar.entries(Stretch.day(day, ZONE), Set.of(whose.memberId())))
        .stream()
        .map(entry -> String.valueOf(entry.row().shown().subject()))
        .filter(subject -> subject.contains(word))
        .toList();
  }

  List<String> day(SignedInMember whose) {
    return subjects(
        as(whose, () -> calendar.day(whose.memberId(), ZONE)).calendar().stream()
            .map(CalendarEntry::row)
            .toList());
  }

  List<String> reminders(SignedInMember whose) {
    return subjects(as(whose, () -> reminders.due()));
  }

  List<String> subjects(List<ActivityRow> rows) {
    return rows.stream()
        .map(row -> String.valueOf(row.shown().subject()))
        .filter(subject -> subject.contains(word))
        .toList();
  }

  String feed(SignedInMember whose) {
    String secret = as(whose, () -> feeds.create(Tells.SUBJECTS, Locale.ENGLISH));
    return feeds.answer(secret, (_, key) -> key).orElseThrow();
  }

  List<ActivityId> listed(SignedInMember who, String text, SignedInMember... attending) {
    ActivityFilter all = ActivityFilter.NONE;
    var filter =
        new ActivityFilter(
            all.kinds(),
            all.statuses(),
            false,
            all.priorities(),
            all.owners(),
            Set.copyOf(java.util.Arrays.stream(attending).map(SignedInMember::memberId).toList()),
            all.contacts(),
            all.companies(),
            all.deals(),
            null,
            null,
            Set.of());
    var query =
        new ActivityQuery(
            text, filter, ActivityColumn.SUBJECT, false, Set.of(ActivityColumn.SUBJECT), ZONE);
    return as(who, () -> activities.page(query, 0, 50)).rows().stream()
        .map(ActivityRow::id)
        .toList();
  }

  /** The index hears of who is asked after the meeting is kept. */
  void awaitListed(SignedInMember who, ActivityId id) {
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(listed(who, "", who)).contains(id));
  }

  Stretch day() {
    return Stretch.day(LocalDate.ofInstant(soon, ZONE), ZONE);
  }
}
