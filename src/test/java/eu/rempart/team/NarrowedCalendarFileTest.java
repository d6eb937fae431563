package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ical.CalendarFileService;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever may not change all fields of activities takes over of a file what they may. */
class NarrowedCalendarFileTest extends WithNarrowedMembers {

  @Autowired private CalendarFileService files;
  @Autowired private ActivityService activities;
  @Autowired private DSLContext dsl;

  private static byte[] file(String uid, String subject, int minutes) {
    String alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT%dM\r\nEND:VALARM\r\n";
    String event =
        "BEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\nUID:%s\r\n%sSUMMARY:%s\r\nLOCATION:Kai 12\r\n"
            + "DTSTART:%s\r\n"
            + alarm
            + "END:VEVENT\r\n";
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
            + event.formatted(
                uid, "RRULE:FREQ=DAILY;COUNT=4\r\n", subject, "20310301T100000Z", minutes)
            + event.formatted(
                uid,
                "RECURRENCE-ID:20310303T100000Z\r\n",
                subject + " once",
                "20310303T110000Z",
                minutes)
            + "END:VCALENDAR\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private ActivityData taken(ActivityId series) {
    UUID id =
        dsl.fetchSingle("SELECT id FROM activity WHERE series_id = ?", series.value())
            .get(0, UUID.class);
    return activities.find(new ActivityId(id)).map(Activity::data).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(
      value = FieldRule.class,
      names = {"READ_ONLY", "HIDDEN"})
  void theRestOfTheFileIsTakenOver(FieldRule rule) {
    SignedInMember eve =
        narrowed(
            Role.MANAGER, without("activity", Map.of("reminder_minutes", rule, "place", rule)));
    String uid = "narrowed-" + rule + "@other.example";

    Imported made =
        as(eve, () -> files.take(file(uid, "Theirs", 15), ZoneOffset.UTC, "(no title)"));

    assertThat(made.refused()).isZero();
    ActivityId id = made.touched().getFirst();
    ActivityData now = activities.find(id).orElseThrow().data();
    assertThat(now.subject()).isEqualTo("Theirs");
    assertThat(now.reminders()).isEmpty();
    assertThat(now.place()).isNull();
    assertThat(taken(id).subject()).isEqualTo("Theirs once");
    assertThat(taken(id).reminders()).isEmpty();

    Activity before = activities.find(id).orElseThrow();
    activities.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().place("Room 4").build(),
        null);
    as(eve, () -> files.take(file(uid, "Again", 30), ZoneOffset.UTC, "(no title)"));
    now = activities.find(id).orElseThrow().data();
    assertThat(now.subject()).isEqualTo("Again");
    assertThat(now.place()).isEqualTo("Room 4");
    assertThat(now.reminders()).isEmpty();
  }
}
