package eu.rempart.activity.feed;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.account.right.KindRights;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.feed.Feed.Tells;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.team.RoleRules;
import eu.rempart.team.WithNarrowedMembers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A feed tells no more than its member may read now, and nothing that the member did not say. */
class FeedRightsTest extends WithNarrowedMembers {

  @Autowired private FeedService feeds;
  @Autowired private ActivityService activities;
  @Autowired private SeriesService series;

  private void plan(UUID owner) {
    activities.create(
        ActivityData.builder()
            .ownerId(owner)
            .subject("Streng geheim")
            .place("Geheimer Ort")
            .when(
                new When(
                    Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS),
                    ZoneId.of("UTC")))
            .minutes(30)
            .build(),
        ActivityLinks.NONE);
  }

  private SignedInMember planned(SignedInMember member) {
    plan(member.memberId());
    return member;
  }

  private String make(SignedInMember member, Tells tells) {
    return as(member, () -> feeds.create(tells, Locale.ENGLISH));
  }

  private Optional<String> answer(String secret) {
    return feeds.answer(secret, (_, key) -> key);
  }

  @Test
  void fieldsThatARoleHidesAreNotInTheFeed() {
    SignedInMember eve =
        planned(narrowed(Role.MEMBER, without("activity", Map.of("place", FieldRule.HIDDEN))));
    assertThat(answer(make(eve, Tells.SUBJECTS)))
        .get()
        .asString()
        .contains("BEGIN:VEVENT", "Streng geheim")
        .doesNotContain("Geheimer Ort");

    SignedInMember kim =
        planned(narrowed(Role.MEMBER, without("activity", Map.of("minutes", FieldRule.HIDDEN))));
    assertThat(answer(make(kim, Tells.TIMES)))
        .get()
        .asString()
        .contains("BEGIN:VEVENT")
        .doesNotContain("DURATION", "PT30M", ":30:00");

    SignedInMember max =
        planned(narrowed(Role.MEMBER, without("activity", Map.of("starts_at", FieldRule.HIDDEN))));
    assertThat(answer(make(max, Tells.TIMES))).get().asString().doesNotContain("BEGIN:VEVENT");
  }

  @Test
  void remindersAreAlarmsAsLongAsThereIsSomethingToDo() {
    SignedInMember eve = join(Role.MEMBER);
    ActivityId id =
        activities.create(
            ActivityData.builder()
                .subject("Streng geheim")
                .ownerId(eve.memberId())
                .when(tomorrow())
                .reminders(List.of(15, 1_440))
                .build(),
            ActivityLinks.NONE);
    String secret = make(eve, Tells.TIMES);
    assertThat(answer(secret))
        .get()
        .asString()
        .contains(
            "BEGIN:VALARM", "RELATED=START:-PT15M", "RELATED=START:-PT1440M", "activity.feed.busy")
        .doesNotContain("Streng geheim");

    activities.mark(List.of(id), ActivityStatus.DONE);
    assertThat(answer(secret)).get().asString().contains("VEVENT").doesNotContain("VALARM");

    SignedInMember kim =
        narrowed(Role.MEMBER, without("activity", Map.of("reminder_minutes", FieldRule.HIDDEN)));
    activities.create(
        ActivityData.builder()
            .subject("Anderes")
            .ownerId(kim.memberId())
            .when(tomorrow())
            .reminders(List.of(15))
            .build(),
        ActivityLinks.NONE);
    assertThat(answer(make(kim, Tells.TIMES)))
        .get()
        .asString()
        .contains("VEVENT")
        .doesNotContain("VALARM");
  }

  @Test
  void anOccurrenceThatWasGivenToSomebodyElseIsNotInTheFeed() {
    SignedInMember eve =
        narrowed(
            Role.MEMBER,
            new RoleRules(Map.of("activity", RoleRules.all(Scope.OWN)), RoleRules.all(Scope.ALL)));
    SignedInMember max = join(Role.MEMBER);
    When first = tomorrow();
    ActivityId weekly =
        activities.create(
            ActivityData.builder()
                .ownerId(eve.memberId())
                .subject("Weekly")
                .when(first)
                .recurrence("FREQ=WEEKLY;COUNT=3")
                .build(),
            ActivityLinks.NONE);
    String secret = make(eve, Tells.SUBJECTS);
    assertThat(events(secret)).isEqualTo(3);

    When second = new When(first.at().plus(7, ChronoUnit.DAYS), first.zone());
    series.change(weekly, second, data -> data.toBuilder().ownerId(max.memberId()).build());

    assertThat(events(secret)).isEqualTo(2);
    assertThat(
            as(
                eve,
                () ->
                    series.coming(
                        first.at(), first.at().plus(30, ChronoUnit.DAYS), List.of(eve.memberId()))))
        .as("in the calendar of the product neither")
        .hasSize(1);
  }

  private long events(String secret) {
    return answer(secret).orElseThrow().lines().filter("BEGIN:VEVENT"::equals).count();
  }

  private static When tomorrow() {
    return new When(
        Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS), ZoneId.of("UTC"));
  }

  @Test
  void aRoleThatMayReadNoActivityHasAnEmptyFeed() {
    KindRights none = new KindRights(RoleRules.all(Scope.NONE).scopes(), Map.of());
    SignedInMember eve =
        planned(
            narrowed(
                Role.MEMBER, new RoleRules(Map.of("activity", none), RoleRules.all(Scope.ALL))));
    for (Tells tells : Tells.values()) {
      assertThat(answer(make(eve, tells)))
          .get()
          .asString()
          .contains("BEGIN:VCALENDAR")
          .doesNotContain("BEGIN:VEVENT");
    }
  }

  @Test
  void whoBecomesAnEngineerHasNoFeedAnyMore() {
    SignedInMember eve = planned(join(Role.MEMBER));
    String secret = make(eve, Tells.SUBJECTS);
    assertThat(answer(secret)).get().asString().contains("Streng geheim");

    // as an operator would, who knows SQL: the role is not one that an administrator gave
    sql("UPDATE member SET role = 'MANAGER' WHERE id = ?", eve.memberId());
    assertThat(answer(secret)).get().asString().doesNotContain("Streng geheim");
    sql("UPDATE member SET role = 'MEMBER' WHERE id = ?", eve.memberId());
    assertThat(answer(secret)).get().asString().contains("Streng geheim");

    members.suspend(eve.memberId());
    assertThat(answer(secret)).isEmpty();
  }

  @Test
  void aLinkThatSomebodyWroteIntoTheDatabaseTellsTimes() throws Exception {
    SignedInMember eve = planned(join(Role.MEMBER));
    sql(
        "INSERT INTO calendar_feed (member_id, secret_hash, tells, language)"
            + " VALUES (?, ?, 'SUBJECTS', 'en')",
        eve.memberId(),
        hash("mine"));
    assertThat(answer("mine"))
        .get()
        .asString()
        .contains("activity.feed.busy")
        .doesNotContain("Streng geheim", "Geheimer Ort");
  }

  @Test
  void nobodyElseAgreesForAMember() throws Exception {
    SignedInMember eve = planned(join(Role.MEMBER));
    SignedInMember max = join(Role.MEMBER);
    String times = make(eve, Tells.TIMES);
    sql("UPDATE calendar_feed SET tells = 'SUBJECTS' WHERE member_id = ?", eve.memberId());
    assertThat(answer(times)).get().asString().doesNotContain("Streng geheim");
    assertThat(as(eve, () -> feeds.mine()).orElseThrow().tells()).isEqualTo(Tells.TIMES);

    // what another member agreed to, moved to this one
    String others = make(max, Tells.SUBJECTS);
    sql("DELETE FROM calendar_feed WHERE member_id = ?", eve.memberId());
    sql(
        "UPDATE calendar_feed SET member_id = ? WHERE member_id = ?",
        eve.memberId(),
        max.memberId());
    assertThat(answer(others)).get().asString().doesNotContain("Streng geheim");

    // the link of another agreement of the same member
    String told = make(eve, Tells.SUBJECTS);
    assertThat(answer(told)).get().asString().contains("Streng geheim");
    sql(
        "UPDATE calendar_feed SET secret_hash = ? WHERE member_id = ?",
        hash("swapped"),
        eve.memberId());
    assertThat(answer("swapped")).get().asString().doesNotContain("Streng geheim");
  }

  private static byte[] hash(String secret) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
  }
}
