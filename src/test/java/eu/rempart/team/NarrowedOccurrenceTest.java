package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.series.FollowingService;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is not shown all fields of a recurring activity takes an occurrence out of it. */
class NarrowedOccurrenceTest extends WithNarrowedMembers {

  private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

  @Autowired private ActivityService activities;
  @Autowired private SeriesService series;
  @Autowired private FollowingService following;
  @Autowired private AttendeeService attendees;
  @Autowired private DSLContext dsl;

  private ActivityId weekly() {
    return weekly("FREQ=WEEKLY");
  }

  private ActivityId weekly(String rule) {
    return activities.create(
        ActivityData.builder()
            .kind(ActivityKind.MEETING)
            .subject("Weekly")
            .place("Room 4")
            .description("Bring the figures")
            .ownerId(admin().memberId())
            .when(When.on(FIRST))
            .recurrence(rule)
            .build(),
        ActivityLinks.NONE);
  }

  /** What became of the one occurrence that was taken out. */
  private ActivityData taken(ActivityId of) {
    return activities.find(occurrence(of)).map(Activity::data).orElseThrow();
  }

  private ActivityId occurrence(ActivityId of) {
    return new ActivityId(
        dsl.fetchSingle("SELECT id FROM activity WHERE series_id = ?", of.value())
            .get(0, UUID.class));
  }

  @Test
  void whatOneDoesNotSeeOfTheSeriesGoesAlong() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    UUID boss = admin().memberId();
    DealId deal = deal("A colleague's deal", null, boss);
    ContactId guest = person("Guest", boss);
    ActivityLinks about = new ActivityLinks(List.of(guest), List.of(), List.of(deal));
    ActivityId id =
        activities.create(
            ActivityData.builder()
                .kind(ActivityKind.MEETING)
                .subject("Weekly")
                .ownerId(eve.memberId())
                .when(When.on(FIRST))
                .recurrence("FREQ=WEEKLY;BYDAY=MO")
                .build(),
            about);
    attendees.save(id, Attendees.NONE, new Attendees(List.of(guest), List.of(), List.of()));
    UnaryOperator<ActivityData> rename = data -> data.toBuilder().subject("Renamed").build();

    as(eve, () -> series.change(id, When.on(FIRST.plusWeeks(1)), rename));
    assertThat(activities.find(occurrence(id)).orElseThrow().links()).isEqualTo(about);

    UUID change =
        as(eve, () -> following.changeFrom(id, When.on(FIRST.plusWeeks(3)), rename)).orElseThrow();
    UUID rest =
        dsl.fetchSingle("SELECT id FROM activity WHERE change_id = ? AND version = 1", change)
            .get(0, UUID.class);
    assertThat(activities.find(new ActivityId(rest)).orElseThrow().links()).isEqualTo(about);
    assertThat(attendees.of(new ActivityId(rest)))
        .extracting(each -> each.contact())
        .containsExactly(guest);
    assertThat(as(eve, () -> attendees.of(new ActivityId(rest)))).isEmpty();
  }

  private SignedInMember with(String field, FieldRule rule) {
    return narrowed(Role.MEMBER, without("activity", Map.of(field, rule)));
  }

  @Test
  void whatIsHiddenOfTheSeriesStaysInTheOccurrence() {
    SignedInMember eve = with("place", FieldRule.HIDDEN);
    ActivityId id = weekly();
    as(
        eve,
        () ->
            series.change(
                id,
                When.on(FIRST.plusWeeks(1)),
                data -> {
                  assertThat(data.place()).isNull();
                  return data.toBuilder().when(When.on(FIRST.plusWeeks(1).plusDays(1))).build();
                }));

    assertThat(taken(id).place()).isEqualTo("Room 4");
    assertThat(taken(id).description()).isEqualTo("Bring the figures");
    assertThat(taken(id).when()).isEqualTo(When.on(FIRST.plusWeeks(1).plusDays(1)));
  }

  @Test
  void whatOneMayNotChangeDoesNotKeepOneFromMarkingTheOccurrence() {
    SignedInMember eve = with("place", FieldRule.READ_ONLY);
    ActivityId id = weekly();
    as(eve, () -> series.mark(List.of(id), ActivityStatus.DONE));

    assertThat(taken(id).status()).isEqualTo(ActivityStatus.DONE);
    assertThat(taken(id).place()).isEqualTo("Room 4");
    When next = When.on(FIRST.plusWeeks(1));
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () -> series.change(id, next, data -> data.toBuilder().place("Out").build())))
        .isInstanceOf(NotPermittedException.class);
    assertThat(activities.find(id).orElseThrow().data().when())
        .as("and the series did not move on")
        .isEqualTo(next);
  }

  @Test
  void whoMayNotChangeTheRuleChangesTheRestOfAllThatAreToCome() {
    SignedInMember eve = with("recurrence", FieldRule.READ_ONLY);
    ActivityId id = weekly("FREQ=WEEKLY;BYDAY=MO;COUNT=5");
    series.mark(List.of(id), ActivityStatus.DONE);
    When second = When.on(FIRST.plusWeeks(1));
    When moved = When.on(FIRST.plusWeeks(1).plusDays(1));
    UnaryOperator<ActivityData> rename = data -> data.toBuilder().subject("Renamed").build();
    UnaryOperator<ActivityData> move = data -> data.toBuilder().when(moved).build();

    assertThat(as(eve, () -> following.canChangeAll(id, second, rename))).isTrue();
    assertThat(as(eve, () -> following.changeAll(id, second, rename))).isPresent();

    ActivityData now = activities.find(id).map(Activity::data).orElseThrow();
    assertThat(now.subject()).isEqualTo("Renamed");
    assertThat(now.recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=MO;COUNT=5");
    assertThat(as(eve, () -> following.canChangeAll(id, second, move)))
        .as("it would change the rule")
        .isFalse();
    assertThat(following.canChangeAll(id, second, move)).isTrue();
  }
}
