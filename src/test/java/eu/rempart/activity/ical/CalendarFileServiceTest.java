package eu.rempart.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.activity.TestActivities;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import eu.rempart.activity.ical.CalendarReader.Found;
import eu.rempart.activity.series.SeriesService.Coming;
import eu.rempart.activity.series.TestSeries;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.db.TestDatabase;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import eu.rempart.vault.event.SecurityEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CalendarFileServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

  private TestActivities house;
  private final List<SecurityEvent> noted = new ArrayList<>();
  private final List<Object> moved = new ArrayList<>();
  private CalendarFileService files;
  private final CurrentMember current = new CurrentMember();

  @BeforeEach
  void open() throws Exception {
    house = new TestActivities(database);
    files =
        new CalendarFileService(
            house.activities,
            house.many,
            TestSeries.of(house),
            house.deals.writes,
            new Rights(current),
            current,
            noted::add,
            moved::add);
  }

  private static byte[] calendar(String... lines) {
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VCALENDAR\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT";
  }

  private Imported take(byte[] file) throws Exception {
    return house.as(Role.ADMINISTRATOR, () -> files.take(file, PARIS));
  }

  private List<Found> read(byte[] file) throws Exception {
    return new CalendarReader(PARIS).read(new ByteArrayInputStream(file));
  }

  private Activity only(Imported imported) throws Exception {
    return house.now(imported.touched().getFirst());
  }

  @Test
  void whoTakesActivitiesOutIsNotedWithHowMany() throws Exception {
    List<ActivityId> chosen = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ActivityData data =
          ActivityData.builder().kind(ActivityKind.TASK).subject("Task " + i).build();
      chosen.add(house.as(Role.MEMBER, () -> house.activities.create(data, ActivityLinks.NONE)));
    }
    ActivityQuery all =
        new ActivityQuery(
            "", ActivityFilter.NONE, ActivityColumn.WHEN, false, ActivityColumn.DEFAULT, PARIS);
    house.as(
        Role.ADMINISTRATOR,
        () -> {
          files.write(all, chosen, new ByteArrayOutputStream());
          return true;
        });

    SecurityEvent event = noted.getFirst();
    assertThat(noted).hasSize(1);
    assertThat(event.kind()).isEqualTo("exchange.export");
    assertThat(event.detail())
        .containsEntry("kind", "activity")
        .containsEntry("format", "ics")
        .containsEntry("rows", "3");
    assertThat(moved)
        .containsExactly(
            new RecordsMoved(Objects.requireNonNull(event.memberId()), Way.EXPORTED, 3));
  }

  @Test
  void whatGoesOutComesInAgain() throws Exception {
    List<ActivityData> all =
        List.of(
            ActivityData.builder()
                .kind(ActivityKind.CALL)
                .subject("Anruf; mit, Zeichen\nund Zeile")
                .when(When.at(LocalDateTime.parse("2026-10-24T09:00"), PARIS))
                .minutes(45)
                .priority(ActivityPriority.HIGH)
                .place("Kai 7")
                .description("Über Segel")
                .recurrence("FREQ=WEEKLY;COUNT=5")
                .reminders(List.of(0, 15, 1_440))
                .build(),
            ActivityData.builder()
                .kind(ActivityKind.MEETING)
                .subject("Messe")
                .when(When.on(LocalDate.of(2026, 12, 1)))
                .minutes(3 * 1440)
                .reminders(List.of(0, 60, 600, 2_880))
                .status(ActivityStatus.DONE)
                .build(),
            ActivityData.builder().kind(ActivityKind.TASK).subject("Irgendwann").build());
    CalendarFile file = new CalendarFile();
    for (ActivityData data : all) {
      ActivityId id =
          house.as(Role.MEMBER, () -> house.activities.create(data, ActivityLinks.NONE));
      file.add(List.of(house.now(id)));
    }

    List<ActivityData> read =
        read(file.text().getBytes(StandardCharsets.UTF_8)).stream()
            .map(found -> found.data().toBuilder().externalId(null).build())
            .toList();

    assertThat(read).containsExactlyInAnyOrderElementsOf(all);
    assertThat(file.text()).contains("TZID:Europe/Paris").contains("BYDAY=-1SU");
  }

  @Test
  void timesComeInTheZoneOfTheFile() throws Exception {
    List<Found> found =
        read(
            calendar(
                event(
                    "UID:1",
                    "SUMMARY:Zone",
                    "DTSTART;TZID=Europe/Bucharest:20261126T100000",
                    "DTEND;TZID=Europe/Bucharest:20261126T113000"),
                event("UID:2", "SUMMARY:UTC", "DTSTART:20261126T100000Z", "DURATION:PT1H"),
                event("UID:3", "SUMMARY:Floating", "DTSTART:20261126T100000"),
                event("UID:4", "SUMMARY:Day", "DTSTART;VALUE=DATE:20261126")));

    assertThat(found)
        .extracting(one -> one.data().when(), one -> one.data().minutes())
        .containsExactly(
            tuple(When.at(LocalDateTime.parse("2026-11-26T10:00"), BUCHAREST), 90),
            tuple(When.at(LocalDateTime.parse("2026-11-26T11:00"), PARIS), 60),
            tuple(When.at(LocalDateTime.parse("2026-11-26T10:00"), PARIS), null),
            tuple(When.on(LocalDate.of(2026, 11, 26)), null));
  }

  @Test
  void aSeriesComesWithWhatIsLeftOutAndWhatWasMoved() throws Exception {
    Imported imported =
        take(
            calendar(
                event(
                    "UID:series",
                    "SUMMARY:Weekly",
                    "DTSTART:20261102T090000Z",
                    "DURATION:PT30M",
                    "RRULE:FREQ=WEEKLY;COUNT=4",
                    "EXDATE:20261109T090000Z"),
                event(
                    "UID:series",
                    "RECURRENCE-ID:20261116T090000Z",
                    "SUMMARY:Weekly, later",
                    "DTSTART:20261117T100000Z")));

    assertThat(imported.created()).isEqualTo(2);
    Activity series = only(imported);
    assertThat(series.data().recurrence()).isEqualTo("FREQ=WEEKLY;COUNT=4");
    UUID owner = series.data().ownerId();
    List<Coming> coming =
        house.as(
            Role.READER,
            () ->
                TestSeries.of(house)
                    .coming(
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Instant.parse("2026-12-31T00:00:00Z"),
                        owner == null ? Set.of() : Set.of(owner)));
    assertThat(coming)
        .extracting(one -> one.when().at())
        .containsExactly(Instant.parse("2026-11-23T09:00:00Z"));
  }

  private static String alarm(String trigger) {
    return "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER"
        + trigger
        + "\r\nEND:VALARM";
  }

  private List<Integer> reminders(String... lines) throws Exception {
    return read(calendar(event(lines))).getFirst().data().reminders();
  }

  @Test
  void alarmsComeInAsRemindersTheNearestFiveOfThem() throws Exception {
    assertThat(
            reminders(
                "UID:1",
                "SUMMARY:Alarms",
                "DTSTART:20261126T100000Z",
                "DURATION:PT1H",
                alarm(":-PT15M"),
                alarm(";RELATED=END:-PT90M"),
                alarm(";VALUE=DATE-TIME:20261125T100000Z"),
                alarm(":-PT15M"),
                alarm(":PT5M")))
        .containsExactly(0, 15, 30, 1_440);
    assertThat(
            reminders(
                "UID:2",
                "SUMMARY:Many",
                "DTSTART:20261126T100000Z",
                alarm(":-P1W"),
                alarm(":-PT3H"),
                alarm(":-PT1H"),
                alarm(":-PT2H"),
                alarm(":-P1D"),
                alarm(":PT0S"),
                alarm(":-PT30M")))
        .containsExactly(0, 30, 60, 120, 180);
    assertThat(
            reminders(
                "UID:3",
                "SUMMARY:Day",
                "DTSTART;VALUE=DATE:20261126",
                alarm(":PT7H"),
                alarm(":-PT17H"),
                alarm(":PT9H")))
        .containsExactly(0, 1_440);
  }

  @Test
  void alarmsThatAreNoneOrUnclearOrFarOffAreLeftOut() throws Exception {
    assertThat(
            reminders(
                "UID:1",
                "SUMMARY:None",
                "DTSTART:20261126T100000Z",
                "BEGIN:VALARM\r\nACTION:NONE\r\nTRIGGER;VALUE=DATE-TIME:19760401T005545Z\r\nEND:VALARM",
                "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM",
                alarm(":garbage"),
                alarm(":-P9999999W"),
                alarm(":-P29D")))
        .isEmpty();
    assertThat(reminders("UID:2", "SUMMARY:Without a time", alarm(":-PT15M"))).isEmpty();
  }

  @Test
  void aFileWithoutAlarmsLeavesTheRemindersAndOneWithThemTakesTheirPlace() throws Exception {
    Activity first =
        only(take(calendar(event("SUMMARY:Again", "DTSTART:20261126T100000Z", alarm(":-PT15M")))));
    assertThat(first.data().reminders()).containsExactly(15);
    String[] lines = {
      "UID:" + first.id().value() + "@rempart", "SUMMARY:Again", "DTSTART:20261126T100000Z"
    };

    assertThat(take(calendar(event(lines))).same()).isEqualTo(1);
    assertThat(house.now(first.id()).data().reminders()).containsExactly(15);

    take(calendar(event(lines[0], lines[1], lines[2], alarm(":-PT5M"), alarm(":-PT1H"))));
    assertThat(house.now(first.id()).data().reminders()).containsExactly(5, 60);
  }

  @Test
  void whatCanNotBeKeptIsCountedAndTheRestTaken() throws Exception {
    Imported imported =
        take(
            calendar(
                event("UID:a", "SUMMARY:Good", "DTSTART:20261126T100000Z"),
                event("UID:b", "DTSTART:20261126T100000Z"),
                event("UID:c", "SUMMARY:No time"),
                event("UID:d", "SUMMARY:Never", "DTSTART:20261126T100000Z", "RRULE:FREQ=SECONDLY"),
                event("UID:e", "SUMMARY:" + "x".repeat(5_000), "DTSTART:20261126T100000Z")));

    assertThat(imported.created()).isEqualTo(2);
    assertThat(imported.refused()).isEqualTo(3);
  }

  @Test
  void anImportIsTakenBackAsAWhole() throws Exception {
    Imported imported =
        take(
            calendar(
                event("UID:x", "SUMMARY:One", "DTSTART:20261126T100000Z"),
                event("UID:y", "SUMMARY:Two", "DTSTART:20261127T100000Z")));

    house.as(
        Role.ADMINISTRATOR,
        () -> {
          house.activities.undo(imported.change(), imported.touched());
          return true;
        });

    assertThat(house.as(Role.READER, () -> house.activities.findAll(imported.touched()))).isEmpty();
  }

  @Test
  void whatIsNoCalendarIsRefusedWhole() {
    assertThatThrownBy(() -> take("Subject,Date\r\nX,Y".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(NoCalendarException.class);
    assertThatThrownBy(() -> take(new byte[0])).isInstanceOf(NoCalendarException.class);
    assertThatThrownBy(() -> take(calendar())).isInstanceOf(NoCalendarException.class);
    assertThatThrownBy(() -> take(new byte[CalendarFileService.LARGEST + 1]))
        .isInstanceOf(NoCalendarException.class);
    byte[] garbage = new byte[10_000];
    new java.util.Random(7).nextBytes(garbage);
    assertThatThrownBy(() -> take(garbage)).isInstanceOf(NoCalendarException.class);
  }

  @Test
  void withoutTheRightNothingComesInOrGoesOut() {
    assertThatThrownBy(() -> house.as(Role.READER, () -> files.take(calendar(), PARIS)))
        .isInstanceOf(NotPermittedException.class);
  }
}
