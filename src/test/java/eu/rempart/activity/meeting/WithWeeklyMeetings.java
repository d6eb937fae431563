package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm that invites guests to a meeting every week. */
abstract class WithWeeklyMeetings extends WithInvitations {

  protected static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  protected static final LocalDateTime FIRST = LocalDateTime.of(2027, 3, 1, 9, 0);

  @Autowired protected SeriesService series;
  @Autowired protected DSLContext dsl;

  protected ActivityId weekly(UUID owner, Attendees asked) {
    ActivityData data =
        ActivityData.builder()
            .kind(ActivityKind.MEETING)
            .subject("Weekly")
            .place("Room 4")
            .ownerId(owner)
            .when(When.at(FIRST, PARIS))
            .minutes(60)
            .recurrence("FREQ=WEEKLY;COUNT=6")
            .build();
    return meetings.create(new MeetingService.Typed(data, ActivityLinks.NONE, asked, true));
  }

  protected static When week(int number) {
    return When.at(FIRST.plusWeeks(number), PARIS);
  }

  protected static Attendees bare(String address) {
    return new Attendees(List.of(), List.of(), List.of(address));
  }

  protected static List<MimeMessage> mails(String address) {
    return Arrays.stream(SERVERS.green().getReceivedMessages())
        .filter(mail -> to(mail).equals(address))
        .toList();
  }

  /** The calendar in the mail of this number, once it came. */
  protected static String calendar(String address, int number) {
    await()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(mails(address)).hasSizeGreaterThanOrEqualTo(number));
    return Calendars.of(mails(address).get(number - 1));
  }

  protected UUID move(ActivityId id, When of, When to) {
    return Objects.requireNonNull(series.change(id, of, data -> data.toBuilder().when(to).build()));
  }

  /** The activity that an occurrence became. */
  protected ActivityId taken(ActivityId of) {
    return new ActivityId(
        dsl.fetchSingle("SELECT id FROM activity WHERE series_id = ?", of.value())
            .get(0, UUID.class));
  }
}
