package eu.rempart.activity.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.feed.Feed.Tells;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a secret link tells, to whom, and until when. */
class FeedScreensTest extends WithFirm {

  @Autowired private FeedService feeds;
  @Autowired private ActivityService activities;
  @Autowired private CurrentMember current;
  @Autowired private DSLContext dsl;

  private final When soon =
      new When(
          Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS), ZoneId.of("UTC"));

  private ActivityId plan(String subject, UUID owner) {
    return activities.create(
        ActivityData.builder()
            .ownerId(owner)
            .subject(subject)
            .place("Geheimer Ort")
            .description("Vertraulich")
            .when(soon)
            .minutes(30)
            .build(),
        ActivityLinks.NONE);
  }

  private String answer(String secret) {
    return feeds.answer(secret, (_, key) -> key).orElseThrow();
  }

  @Test
  void aLinkTellsTimesUntilItsMemberAgreesToMore() {
    plan("Streng geheim", current.id());
    String secret = feeds.create(Tells.TIMES, Locale.ENGLISH);

    assertThat(answer(secret))
        .contains("BEGIN:VEVENT", "activity.feed.busy")
        .doesNotContain("Streng geheim", "Geheimer Ort", "Vertraulich");

    feeds.tell(Tells.SUBJECTS);
    assertThat(answer(secret))
        .contains("Streng geheim", "Geheimer Ort")
        .doesNotContain("Vertraulich");
  }

  @Test
  void nobodyElsesActivitiesAreInItAndNoneThatAreCalledOff() {
    plan("Fremder Termin", UUID.randomUUID());
    ActivityId off = plan("Abgesagter Termin", current.id());
    activities.mark(List.of(off), ActivityStatus.CANCELLED);
    String secret = feeds.create(Tells.SUBJECTS, Locale.ENGLISH);

    assertThat(answer(secret)).doesNotContain("Fremder Termin", "Abgesagter Termin");
  }

  @Test
  void whatRecursIsUnfoldedForTheYearAhead() {
    activities.create(
        ActivityData.builder()
            .ownerId(current.id())
            .subject("Monatlich")
            .when(soon)
            .recurrence("FREQ=MONTHLY")
            .build(),
        ActivityLinks.NONE);
    String secret = feeds.create(Tells.SUBJECTS, Locale.ENGLISH);

    assertThat(answer(secret).split("SUMMARY:Monatlich", -1)).hasSizeBetween(12, 15);
  }

  @Test
  void anotherLinkTakesThePlaceOfTheFirstAndBothAreTakenBack() {
    String first = feeds.create(Tells.TIMES, Locale.ENGLISH);
    String second = feeds.create(Tells.TIMES, Locale.ENGLISH);
    assertThat(feeds.answer(first, (_, key) -> key)).isEmpty();
    assertThat(feeds.answer(second, (_, key) -> key)).isPresent();
    assertThat(feeds.mine().orElseThrow().usedAt()).isNotNull();

    feeds.revoke();

    assertThat(feeds.answer(second, (_, key) -> key)).isEmpty();
    assertThat(feeds.answer("", (_, key) -> key)).isEmpty();
    assertThat(feeds.answer("x".repeat(10_000), (_, key) -> key)).isEmpty();
  }

  @Test
  void theDatabaseHoldsNoLink() {
    String secret = feeds.create(Tells.TIMES, Locale.ENGLISH);

    assertThat(dsl.fetch("SELECT calendar_feed::text FROM calendar_feed").toString())
        .doesNotContain(secret);
  }

  @Test
  void theLinkIsMadeAndTakenBackInTheCalendar() {
    feeds.revoke(); // what another test may have made
    open("calendar", "");
    click("Subscribe");
    click("Make a link");
    String link = find(TextField.class).withLabel("Link for your calendar").single().getValue();
    String secret = link.substring(link.lastIndexOf('/') + 1).replace(".ics", "");
    assertThat(feeds.answer(secret, (_, key) -> key)).isPresent();

    click("Take the link back");
    assertThat(feeds.answer(secret, (_, key) -> key)).isEmpty();
  }
}
