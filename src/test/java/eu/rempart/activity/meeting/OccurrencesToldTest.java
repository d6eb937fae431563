package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.meeting.InvitationService.Standing;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.SaveResult;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One date of a recurring meeting is moved, called off, or brought back: its guests hear of it. */
class OccurrencesToldTest extends WithWeeklyMeetings {

  @Test
  void aMovedDateIsToldByItselfAndAgainWhereItIsBroughtBack() throws Exception {
    String guest = address();
    ActivityId id = weekly(admin().memberId(), bare(guest));
    assertThat(calendar(guest, 1)).contains("RRULE:FREQ=WEEKLY;COUNT=6", "SEQUENCE:0");

    UUID undo = move(id, week(2), When.at(FIRST.plusWeeks(2).plusDays(1), PARIS));
    String moved = calendar(guest, 2);
    assertThat(moved)
        .contains("METHOD:REQUEST", "SEQUENCE:1", "UID:" + id.value())
        .contains("RECURRENCE-ID;TZID=Europe/Paris:20270315T090000")
        .contains("DTSTART;TZID=Europe/Paris:20270316T090000")
        .doesNotContain("FREQ=WEEKLY")
        .containsOnlyOnce("BEGIN:VEVENT");
    assertThat(mails(guest).get(1).getSubject()).isEqualTo("Changed: Weekly");
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.TOLD);

    activities.undo(undo, List.of(id));
    assertThat(calendar(guest, 3))
        .contains("METHOD:REQUEST", "SEQUENCE:2")
        .contains("RECURRENCE-ID;TZID=Europe/Paris:20270315T090000")
        .contains("DTSTART;TZID=Europe/Paris:20270315T090000");
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.TOLD);
    assertThat(Objects.requireNonNull(attendees.of(id).getFirst().invitation()).sequence())
        .as("answers to the series still count")
        .isZero();
  }

  @Test
  void aDateThatIsCalledOffIsToldAlsoWhereTheSeriesMovesOnPastIt() {
    String guest = address();
    ActivityId id = weekly(admin().memberId(), bare(guest));
    calendar(guest, 1);
    series.mark(List.of(id), ActivityStatus.CANCELLED);

    assertThat(calendar(guest, 2))
        .contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED")
        .contains("RECURRENCE-ID;TZID=Europe/Paris:20270301T090000")
        .doesNotContain("FREQ=WEEKLY");
    assertThat(now(id).data().when()).isEqualTo(week(1));
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.TOLD);
  }

  @Test
  void aDateThatStandsForItselfIsToldWhereItMovesOnAndWhereItIsCalledOff() {
    String guest = address();
    ActivityId id = weekly(admin().memberId(), bare(guest));
    calendar(guest, 1);
    move(id, week(3), When.at(FIRST.plusWeeks(3).plusHours(2), PARIS));
    assertThat(calendar(guest, 2)).contains("DTSTART;TZID=Europe/Paris:20270322T110000");

    Activity one = now(taken(id));
    var saved =
        activities.save(
            one.id(),
            one.version(),
            one.data(),
            one.data().toBuilder().when(When.at(FIRST.plusWeeks(3).plusHours(5), PARIS)).build(),
            null);
    assertThat(saved).isInstanceOf(SaveResult.Saved.class);
    assertThat(calendar(guest, 3))
        .contains("SEQUENCE:2", "DTSTART;TZID=Europe/Paris:20270322T140000")
        .contains("RECURRENCE-ID;TZID=Europe/Paris:20270322T090000");

    activities.mark(List.of(one.id()), ActivityStatus.CANCELLED);
    assertThat(calendar(guest, 4))
        .contains("METHOD:CANCEL", "SEQUENCE:3")
        .contains("RECURRENCE-ID;TZID=Europe/Paris:20270322T090000");
    activities.archive(List.of(one.id()));
    assertThat(calendar(guest, 5))
        .as("without it the series has its date again")
        .contains("METHOD:REQUEST", "DTSTART;TZID=Europe/Paris:20270322T090000");
  }

  @Test
  void whatChangesNoTimeTellsNobody() {
    String guest = address();
    ActivityId id = weekly(admin().memberId(), bare(guest));
    calendar(guest, 1);
    series.mark(List.of(id), ActivityStatus.DONE);
    Activity done = now(taken(id));
    activities.save(
        done.id(),
        done.version(),
        done.data(),
        done.data().toBuilder().description("It was long").build(),
        null);
    move(id, week(1), When.at(FIRST.plusWeeks(1).plusHours(1), PARIS));

    assertThat(calendar(guest, 2)).contains("20270308T100000");
    assertThat(mails(guest)).as("of the moved one alone").hasSize(2);
  }

  @Test
  void nobodyIsToldOfDatesOfAMeetingToWhichNoInvitationsWent() {
    String guest = address();
    ActivityData data =
        ActivityData.builder()
            .kind(ActivityKind.MEETING)
            .subject("Quiet")
            .ownerId(admin().memberId())
            .when(When.at(FIRST, PARIS))
            .recurrence("FREQ=DAILY")
            .build();
    ActivityId id =
        meetings.create(new MeetingService.Typed(data, ActivityLinks.NONE, bare(guest), false));
    move(id, When.at(FIRST.plusDays(4), PARIS), When.at(FIRST.plusDays(4).plusHours(3), PARIS));

    assertThat(dsl.fetchCount(org.jooq.impl.DSL.table("invitation_mail"))).isZero();
    assertThat(invitations.standing(now(id))).isEqualTo(Standing.NEVER_TOLD);
  }

  @Test
  void guestsWhomTheMoverMayNotSeeHearOfItAndAreNamedToNobody() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    Known hidden = known("Hidden", "Weekly");
    String guest = address();
    ActivityId id =
        weekly(eve.memberId(), new Attendees(List.of(hidden.id()), List.of(), List.of(guest)));
    calendar(guest, 1);
    calendar(hidden.address(), 1);

    as(eve, () -> move(id, week(2), When.at(FIRST.plusWeeks(2).plusHours(1), PARIS)));
    assertThat(calendar(hidden.address(), 2))
        .contains("RECURRENCE-ID", hidden.address())
        .doesNotContain(guest);
    assertThat(calendar(guest, 2)).contains("RECURRENCE-ID").doesNotContain(hidden.address());
    assertThat(as(eve, () -> attendees.of(id))).hasSize(1);
  }

  @Test
  void whatCouldNotBeDeliveredIsShown() {
    String guest = address();
    ActivityId id = weekly(admin().memberId(), bare(guest));
    calendar(guest, 1);
    SERVERS.front().answer("550 5.1.1 no such guest");
    move(id, week(4), When.at(FIRST.plusWeeks(4).plusHours(1), PARIS));

    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () ->
                assertThat(invitations.undelivered(now(id)))
                    .containsExactly(guest + ": 550 5.1.1 no such guest"));
  }
}
