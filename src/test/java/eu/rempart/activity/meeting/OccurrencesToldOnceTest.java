package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.meeting.InvitationService.Standing;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.SaveResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What guests of a recurring meeting heard of its dates is told again only where it is another. */
class OccurrencesToldOnceTest extends WithWeeklyMeetings {

  private void save(ActivityId id, UnaryOperator<ActivityData> change) {
    Activity one = now(id);
    assertThat(activities.save(one.id(), one.version(), one.data(), change.apply(one.data()), null))
        .isInstanceOf(SaveResult.Saved.class);
  }

  private String kept(ActivityId id) {
    return dsl.fetchSingle(
            "SELECT told_changes FROM activity_invited WHERE activity_id = ?", id.value())
        .get(0, String.class);
  }

  @Test
  void aDateThatWasCalledOffAndIsOpenAgainIsTold() {
    String guest = address();
    ActivityId id = weekly(admin().memberId(), bare(guest));
    calendar(guest, 1);
    // the series moves on past it
    series.mark(List.of(id), ActivityStatus.CANCELLED);
    assertThat(calendar(guest, 2)).contains("METHOD:CANCEL");

    activities.mark(List.of(taken(id)), ActivityStatus.OPEN);
    assertThat(calendar(guest, 3))
        .contains("METHOD:REQUEST", "SEQUENCE:2")
        .contains("RECURRENCE-ID;TZID=Europe/Paris:20270301T090000")
        .contains("DTSTART;TZID=Europe/Paris:20270301T090000");
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.TOLD);
  }

  @Test
  void aDateThatIsMovedBackByHandIsToldOnceAndItsEndOnceMore() {
    String guest = address();
    ActivityId id = weekly(admin().memberId(), bare(guest));
    calendar(guest, 1);
    move(id, week(2), When.at(FIRST.plusWeeks(2).plusHours(3), PARIS));
    calendar(guest, 2);

    save(taken(id), data -> data.toBuilder().when(week(2)).build());
    assertThat(calendar(guest, 3))
        .contains("METHOD:REQUEST", "SEQUENCE:2")
        .contains("DTSTART;TZID=Europe/Paris:20270315T090000");
    save(taken(id), data -> data.toBuilder().description("As before").build());
    activities.archive(List.of(taken(id)));
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.TOLD);

    move(id, week(2), When.at(FIRST.plusWeeks(2).plusHours(4), PARIS));
    assertThat(calendar(guest, 4))
        .as("nothing came in between")
        .contains("SEQUENCE:3", "DTSTART;TZID=Europe/Paris:20270315T130000");
  }

  @Test
  void whatWasToldOfDatesThatTheMoverDoesNotSeeIsKept() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    String guest = address();
    ActivityId id = weekly(eve.memberId(), bare(guest));
    calendar(guest, 1);
    move(id, week(2), When.at(FIRST.plusWeeks(2).plusHours(3), PARIS));
    calendar(guest, 2);
    ActivityId theirs = taken(id);
    save(theirs, data -> data.toBuilder().ownerId(admin().memberId()).build());
    assertThat(as(eve, () -> activities.find(theirs))).isEmpty();
    assertThat(as(eve, () -> invitations.standing(now(id)))).isEqualTo(Standing.TOLD);

    as(eve, () -> move(id, week(3), When.at(FIRST.plusWeeks(3).plusHours(1), PARIS)));
    assertThat(calendar(guest, 3)).contains("DTSTART;TZID=Europe/Paris:20270322T100000");
    assertThat(as(eve, () -> invitations.standing(now(id)))).isEqualTo(Standing.TOLD);
    assertThat(as(eve, () -> invitations.send(id, false))).isZero();
    assertThat(invitations.standing(now(id))).as("for who sees it, too").isEqualTo(Standing.TOLD);

    move(id, week(4), When.at(FIRST.plusWeeks(4).plusHours(1), PARIS));
    assertThat(calendar(guest, 4))
        .contains("SEQUENCE:3", "RECURRENCE-ID;TZID=Europe/Paris:20270329T090000");
    assertThat(mails(guest)).hasSize(4);
  }

  @Test
  void whoIsNotShownThePlaceTellsNothingWithoutIt() {
    SignedInMember max =
        narrowed(Role.MEMBER, without("activity", Map.of("place", FieldRule.HIDDEN)));
    String guest = address();
    ActivityId id = weekly(admin().memberId(), bare(guest));
    calendar(guest, 1);
    as(max, () -> move(id, week(2), When.at(FIRST.plusWeeks(2).plusHours(3), PARIS)));
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.CHANGED_SINCE);

    move(id, week(3), When.at(FIRST.plusWeeks(3).plusHours(1), PARIS));
    assertThat(calendar(guest, 2)).contains("RECURRENCE-ID", "LOCATION:Room 4");
    assertThat(calendar(guest, 3)).contains("RECURRENCE-ID", "LOCATION:Room 4");
  }

  @Test
  void whatStoodBeforeThisWasKeptCountsAsTold() throws IOException {
    String guest = address();
    ActivityId id = weekly(admin().memberId(), bare(guest));
    calendar(guest, 1);
    move(id, week(2), When.at(FIRST.plusWeeks(2).plusHours(3), PARIS));
    move(id, week(3), When.at(FIRST.plusWeeks(3).plusHours(3), PARIS));
    series.mark(List.of(id), ActivityStatus.CANCELLED);
    calendar(guest, 4);
    String kept = kept(id);
    assertThat(kept).hasLineCount(3);
    sql("UPDATE activity_invited SET told_changes = NULL");

    String script =
        new ClassPathResource("db/migration/V0105__occurrences_told.sql")
            .getContentAsString(StandardCharsets.UTF_8);
    int from = script.indexOf("UPDATE activity_invited");
    assertThat(from).isPositive();
    sql(script.substring(from, script.indexOf(";", from)));

    assertThat(kept(id)).isEqualTo(kept);
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.TOLD);
  }
}
