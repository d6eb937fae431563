package eu.rempart.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import eu.rempart.activity.ical.CalendarReader.Found;
import eu.rempart.activity.series.SeriesService.Coming;
import eu.rempart.activity.series.TestSeries;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarFileServiceTest extends CalendarFileCase {

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
      file.add(house.now(id));
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

  @Test
  void anOccurrenceComesByItselfWhereItsSeriesIsNowhere() throws Exception {
    Imported imported =
        take(
            calendar(
                event(
                    "UID:alone",
                    "SUMMARY:Only this",
                    "DTSTART:20261203T100000Z",
                    "RECURRENCE-ID:20261203T090000Z")));

    assertThat(imported.created()).isEqualTo(1);
    assertThat(only(imported).data().subject()).isEqualTo("Only this");
    assertThat(only(imported).data().externalId()).isEqualTo("alone 2026-12-03T09:00:00Z");
  }

  @Test
  void anOccurrenceAloneGoesToTheSeriesThatIsThere() throws Exception {
    ActivityId series =
        only(take(
                calendar(
                    event(
                        "UID:series",
                        "SUMMARY:Daily",
                        "DTSTART:20261202T090000Z",
                        "RRULE:FREQ=DAILY;COUNT=4"))))
            .id();
    byte[] moved =
        calendar(
            event(
                "UID:" + series.value() + "@rempart",
                "SUMMARY:Later",
                "DTSTART:20261203T110000Z",
                "RECURRENCE-ID:20261203T090000Z"));

    assertThat(take(moved).created()).isEqualTo(1);
    assertThat(take(moved).same()).isEqualTo(1);
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

    assertThat(imported.created()).isEqualTo(3);
    assertThat(imported.refused()).isEqualTo(2);
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
    assertThatThrownBy(
            () -> house.as(Role.READER, () -> files.take(calendar(), PARIS, "(no title)")))
        .isInstanceOf(NotPermittedException.class);
  }
}
