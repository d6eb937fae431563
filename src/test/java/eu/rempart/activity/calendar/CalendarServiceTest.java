package eu.rempart.activity.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.NewActivity;
import eu.rempart.activity.TestActivities;
import eu.rempart.activity.series.TestSeries;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.Ids;
import eu.rempart.common.TimelineKey;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CalendarServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  /** A Thursday, 14:00 in Paris. */
  private static final Instant NOW = Instant.parse("2026-11-26T13:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private TestActivities house;
  private CalendarService calendar;
  private UUID owner;

  @BeforeEach
  void open() throws Exception {
    house = new TestActivities(database);
    calendar =
        new CalendarService(
            new CalendarQueries(database.app()),
            house.activities,
            TestSeries.of(house),
            house.deals.rights,
            Clock.fixed(NOW, ZoneOffset.UTC));
    owner = UUID.randomUUID();
  }

  private ActivityDataBuilder data(String subject, @Nullable When when) {
    return ActivityData.builder().ownerId(owner).subject(subject).when(when);
  }

  private ActivityId keep(ActivityDataBuilder data) throws Exception {
    return house.as(Role.MEMBER, () -> house.activities.create(data.build(), ActivityLinks.NONE));
  }

  private static When at(int day, int hour) {
    return When.at(LocalDateTime.of(2026, 11, day, hour, 0), PARIS);
  }

  private static When on(int day) {
    return When.on(LocalDate.of(2026, 11, day));
  }

  private List<String> within(LocalDate from, LocalDate to, ZoneId zone) throws Exception {
    return house
        .as(Role.READER, () -> calendar.entries(new Stretch(from, to, zone), Set.of(owner)))
        .stream()
        .map(entry -> entry.row().shown().subject())
        .toList();
  }

  private static List<String> subjects(List<ActivityRow> rows) {
    return rows.stream().map(row -> row.shown().subject()).toList();
  }

  @Test
  void aDayHoldsWhatReachesIntoItThere() throws Exception {
    keep(data("Whole day", on(26)));
    keep(data("Three days", on(24)).minutes(3 * 1440));
    keep(data("Two days", on(24)).minutes(2 * 1440));
    keep(data("Morning", at(26, 9)).minutes(30));
    keep(data("Night shift", at(25, 22)).minutes(240));
    keep(data("Evening before", at(25, 22)).minutes(120));
    keep(data("At midnight", at(27, 0)));
    keep(data("Called off", at(26, 9)).status(ActivityStatus.CANCELLED));
    keep(data("Somebody else's", at(26, 9)).ownerId(UUID.randomUUID()));
    keep(data("A month", on(1)).minutes(30 * 1440));

    assertThat(within(TODAY, TODAY.plusDays(1), PARIS))
        .containsExactlyInAnyOrder("Whole day", "Three days", "Morning", "Night shift", "A month");
    assertThat(within(TODAY, TODAY.plusDays(1), AUCKLAND))
        .as("whole days are the same there; nine in the morning is that evening")
        .containsExactlyInAnyOrder(
            "Whole day", "Three days", "Morning", "A month", "Night shift", "Evening before");
  }

  @Test
  void whatRecursIsUnfoldedWhereOneLooks() throws Exception {
    keep(data("Weekly", at(5, 9)).recurrence("FREQ=WEEKLY"));

    assertThat(within(LocalDate.of(2030, 5, 1), LocalDate.of(2030, 6, 1), PARIS)).hasSize(5);
    assertThat(within(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1), PARIS)).hasSize(4);
    assertThat(within(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1), PARIS)).isEmpty();
  }

  @Test
  void noMeetingIsHiddenBehindSeriesThatAreOlder() throws Exception {
    Map<ActivityId, NewActivity> birthdays = new HashMap<>();
    for (int i = 0; i < 1_100; i++) {
      ActivityData data =
          data("Birthday " + i, When.on(LocalDate.of(1990, 6, 1 + i % 28)))
              .recurrence(i % 2 == 0 ? "FREQ=YEARLY" : "FREQ=YEARLY;UNTIL=20260601")
              .build();
      birthdays.put(new ActivityId(Ids.next()), new NewActivity(data, ActivityLinks.NONE));
    }
    house.as(
        Role.MEMBER,
        () -> {
          house.activities.createAll(birthdays, Reason.IMPORT);
          return true;
        });
    keep(data("Weekly", at(5, 9)).recurrence("FREQ=WEEKLY;UNTIL=20261126T080000Z"));

    assertThat(within(LocalDate.of(2026, 11, 6), LocalDate.of(2026, 12, 1), PARIS))
        .containsExactly("Weekly", "Weekly", "Weekly");
    assertThat(within(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 2), PARIS))
        .as("those that end on that day are there")
        .hasSize(40);
  }

  @Test
  void myDayTellsWhatIsLateDueAndHasItsHour() throws Exception {
    keep(data("Late task", on(25)));
    keep(data("Later task", on(20)));
    keep(data("Missed call", at(26, 13)).kind(ActivityKind.CALL));
    keep(data("Meeting that was", at(26, 9)).kind(ActivityKind.MEETING));
    keep(data("Meeting to come", at(26, 16)).kind(ActivityKind.MEETING));
    keep(data("Due today", on(26)));
    keep(data("Due tonight", at(26, 20)));
    keep(data("Done today", on(26)).status(ActivityStatus.DONE));
    keep(data("Tomorrow", on(27)));
    keep(data("Whenever", null));

    MyDay day = house.as(Role.READER, () -> calendar.day(owner, PARIS));

    assertThat(subjects(day.overdue())).containsExactly("Later task", "Late task", "Missed call");
    assertThat(day.overdueInAll()).isEqualTo(3);
    assertThat(subjects(day.due())).containsExactly("Due today", "Due tonight");
    assertThat(subjects(day.calendar().stream().map(CalendarEntry::row).toList()))
        .containsExactly("Meeting that was", "Missed call", "Meeting to come");
  }

  @Test
  void aWeeklyMeetingHasItsHourThoughNobodySaidThatTheLastOneWasHeld() throws Exception {
    keep(data("Stand-up", at(19, 9)).kind(ActivityKind.MEETING).recurrence("FREQ=WEEKLY"));
    keep(data("Report", at(19, 10)).kind(ActivityKind.TASK).recurrence("FREQ=WEEKLY"));

    MyDay day = house.as(Role.READER, () -> calendar.day(owner, PARIS));

    assertThat(day.calendar())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.row().shown().subject()).isEqualTo("Stand-up");
              assertThat(entry.when()).isEqualTo(at(26, 9));
            });
    assertThat(subjects(day.overdue())).as("it waits").containsExactly("Report");
    assertThat(day.due()).isEmpty();
  }

  @Test
  void whatIsLateIsCountedPastTheTenThatAreShown() throws Exception {
    for (int i = 0; i < 12; i++) {
      keep(data("Late " + i, on(10)));
    }

    MyDay day = house.as(Role.READER, () -> calendar.day(owner, PARIS));

    assertThat(day.overdue()).hasSize(10);
    assertThat(day.overdueInAll()).isEqualTo(12);
  }

  @Test
  void whatWasDoneAboutARecordComesTheLastFirstPageByPage() throws Exception {
    ContactId contact = house.contact();
    List<UUID> done = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ActivityData data = data("Done " + i, on(10)).status(ActivityStatus.DONE).build();
      done.addFirst(
          house
              .as(Role.MEMBER, () -> house.activities.create(data, ActivityLinks.of(contact)))
              .value());
    }

    List<TimelineKey> first =
        house.as(Role.READER, () -> calendar.timeline("contact", contact.value(), null, 2));
    List<TimelineKey> rest =
        house.as(
            Role.READER, () -> calendar.timeline("contact", contact.value(), first.getLast(), 2));

    assertThat(Stream.concat(first.stream(), rest.stream()).map(TimelineKey::id))
        .containsExactlyElementsOf(done);
    assertThatThrownBy(() -> house.as(Role.READER, () -> calendar.timeline("note", owner, null, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timelineHoldsWhatIsStillToBeDone() throws Exception {
    ContactId contact = house.contact();
    ActivityId undated = about(contact, data("Undated", null));
    ActivityId due = about(contact, data("Due", on(30)));
    ActivityId done = about(contact, data("Done", on(30)).status(ActivityStatus.DONE));

    assertThat(house.as(Role.READER, () -> calendar.timeline("contact", contact.value(), null, 5)))
        .extracting(TimelineKey::id)
        .containsExactlyInAnyOrder(undated.value(), due.value(), done.value());
  }

  private ActivityId about(ContactId contact, ActivityDataBuilder data) throws Exception {
    return house.as(
        Role.MEMBER, () -> house.activities.create(data.build(), ActivityLinks.of(contact)));
  }

  @Test
  void withoutTheRightThereIsNoCalendar() {
    assertThatThrownBy(() -> house.as(Role.ENGINEER, () -> calendar.day(owner, PARIS)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                house.as(
                    Role.ENGINEER, () -> calendar.entries(Stretch.day(TODAY, PARIS), Set.of())))
        .isInstanceOf(NotPermittedException.class);
  }
}
