package eu.rempart.activity.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.account.right.KindRights;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.calendar.Stretch;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.history.RecordRef;
import eu.rempart.team.RoleRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Whoever is asked to a meeting has it wherever they look, and nobody else has it for that. */
class AskedMemberTest extends WithAskedMembers {

  @Test
  void whoIsAskedHasItInCalendarDayRemindersFeedAndListWithWhateverScope() {
    for (SignedInMember eve :
        List.of(
            join(Role.READER),
            narrowed(Role.MEMBER, only(Scope.OWN)),
            narrowed(Role.MEMBER, only(Scope.TEAM)))) {
      ActivityId id = asks(data(), eve);

      assertThat(calendar(eve)).containsOnlyOnce("Kick-off " + word);
      if (LocalDate.ofInstant(soon, ZONE).equals(LocalDate.now(ZONE))) {
        assertThat(day(eve)).containsOnlyOnce("Kick-off " + word);
      }
      assertThat(reminders(eve)).containsOnlyOnce("Kick-off " + word);
      assertThat(feed(eve)).contains("Kick-off " + word, "Room 4");
      awaitListed(eve, id);
      assertThat(listed(eve, word)).as("found by its words").contains(id);
      assertThat(as(eve, () -> activities.find(id))).isPresent();
      assertThat(as(eve, () -> history.timeline(new RecordRef("activity", id.value()))))
          .isNotEmpty();
      activities.archive(List.of(id));
    }
  }

  @Test
  void whoIsNotAskedHasNoneOfIt() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    SignedInMember max = narrowed(Role.MEMBER, only(Scope.OWN));
    ActivityId id = asks(data(), max);
    ActivityId other = asks(data(), admin());
    awaitListed(max, id);

    assertThat(calendar(eve)).isEmpty();
    assertThat(as(eve, () -> calendar.entries(day(), Set.of(max.memberId())))).isEmpty();
    assertThat(day(eve)).isEmpty();
    assertThat(reminders(eve)).isEmpty();
    assertThat(feed(eve)).doesNotContain(word);
    assertThat(listed(eve, word)).isEmpty();
    assertThat(listed(eve, "", max)).isEmpty();
    assertThat(as(eve, () -> activities.find(id))).isEmpty();
    assertThat(as(max, () -> activities.find(other))).as("that one alone").isEmpty();
    assertThat(listed(max, word)).containsExactly(id);
  }

  @Test
  void itIsTheirsToReadAndToAnswerAndNothingMore() {
    SignedInMember eve = narrowed(Role.MANAGER, only(Scope.OWN));
    ActivityId id = asks(data(), eve);
    Activity found = as(eve, () -> activities.find(id)).orElseThrow();
    ActivityData changed = found.data().toBuilder().subject("Mine").build();

    assertThatThrownBy(
            () -> as(eve, () -> activities.save(id, found.version(), found.data(), changed, null)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(eve, () -> activities.archive(List.of(id))))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(eve, () -> activities.mark(List.of(id), ActivityStatus.DONE)))
        .isInstanceOf(NotPermittedException.class);
    int touched =
        as(
            eve,
            () ->
                dsl.execute(
                        "UPDATE activity SET owner_id = ? WHERE id = ?", eve.memberId(), id.value())
                    + dsl.execute("DELETE FROM activity WHERE id = ?", id.value()));
    assertThat(touched).as("the database lets nothing through either").isZero();
    assertThat(as(eve, () -> attendees.answer(id, Answer.ACCEPTED))).isTrue();
    assertThat(attendees.of(id).getFirst().answer()).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void whatHangsOnTheMeetingIsTheirsToReadAndTheirAnswerAloneToWrite() {
    SignedInMember eve = narrowed(Role.MANAGER, only(Scope.OWN));
    SignedInMember kim = join(Role.MEMBER);
    SignedInMember gone = join(Role.MEMBER);
    ActivityId id = asks(data(), eve, kim, gone);
    UUID guest = attendee(id, gone);
    attendees.save(
        id,
        attendees.asked(id),
        new Attendees(List.of(), List.of(eve.memberId(), kim.memberId()), List.of()));
    ActivityId own = as(eve, () -> asks(data().ownerId(eve.memberId()), kim));

    int touched =
        as(
            eve,
            () ->
                dsl.execute(
                        "UPDATE activity_attendee SET answer = 'DECLINED' WHERE id = ?",
                        attendee(id, kim))
                    + dsl.execute(
                        "DELETE FROM activity_attendee WHERE activity_id = ?", id.value()));
    assertThat(touched).as("others' answers and places").isZero();
    assertThatThrownBy(() -> as(eve, () -> ask(id, gone)))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    () ->
                        dsl.execute(
                            "UPDATE activity_attendee SET member_id = ? WHERE id = ?",
                            gone.memberId(),
                            attendee(id, eve))))
        .as("their own place is nobody else's")
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThat(
            as(
                eve,
                () ->
                    dsl.fetchCount(
                            DSL.table("activity_attendee_archive"),
                            DSL.condition("id = {0}", DSL.val(guest)))
                        + dsl.fetchCount(
                            DSL.table("archive_entry"),
                            DSL.condition("root_id = {0}", DSL.val(guest)))))
        .as("who was taken off, in the bin")
        .isZero();

    assertThat(attendees.of(id)).hasSize(2);
    assertThat(as(eve, () -> attendees.answer(id, Answer.ACCEPTED))).isTrue();
    assertThat(as(eve, () -> ask(own, gone))).as("at a meeting of one's own").isEqualTo(1);
  }

  private UUID attendee(ActivityId meeting, SignedInMember member) {
    return dsl.fetchOne(
            "SELECT id FROM activity_attendee WHERE activity_id = ? AND member_id = ?",
            meeting.value(),
            member.memberId())
        .get(0, UUID.class);
  }

  private int ask(ActivityId meeting, SignedInMember member) {
    return dsl.execute(
        "INSERT INTO activity_attendee (id, activity_id, member_id) VALUES (?, ?, ?)",
        UUID.randomUUID(),
        meeting.value(),
        member.memberId());
  }

  @Test
  void aRoleWithoutActivitiesOrWithHiddenFieldsHoldsAllTheSame() {
    KindRights none = new KindRights(RoleRules.all(Scope.NONE).scopes(), Map.of());
    SignedInMember eve =
        narrowed(Role.MEMBER, new RoleRules(Map.of("activity", none), RoleRules.all(Scope.ALL)));
    SignedInMember kim =
        narrowed(
            Role.MEMBER,
            new RoleRules(
                Map.of(
                    "activity",
                    new KindRights(
                        RoleRules.all(Scope.OWN).scopes(), Map.of("place", FieldRule.HIDDEN))),
                RoleRules.all(Scope.ALL)));
    ActivityId id = asks(data(), eve, kim);

    assertThat(as(eve, () -> dsl.fetchCount(DSL.table("activity")))).isZero();
    assertThat(as(eve, () -> activities.find(id))).isEmpty();
    assertThat(as(eve, () -> attendees.answer(id, Answer.ACCEPTED))).isFalse();
    assertThat(feed(eve)).doesNotContain("BEGIN:VEVENT");
    assertThat(as(kim, () -> activities.find(id)).orElseThrow().data())
        .satisfies(seen -> assertThat(seen.subject()).contains(word))
        .satisfies(seen -> assertThat(seen.place()).isNull());
    assertThat(feed(kim)).contains(word).doesNotContain("Room 4");
  }

  @Test
  void whoSaidNoHasItNoMoreButMayOpenItAndSayYes() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ActivityId id = asks(data(), eve);
    as(eve, () -> attendees.answer(id, Answer.DECLINED));

    assertThat(calendar(eve)).isEmpty();
    assertThat(day(eve)).isEmpty();
    assertThat(reminders(eve)).isEmpty();
    assertThat(feed(eve)).doesNotContain(word);
    awaitListed(eve, id);
    assertThat(as(eve, () -> activities.find(id))).isPresent();

    as(eve, () -> attendees.answer(id, Answer.ACCEPTED));
    assertThat(calendar(eve)).hasSize(1);
  }

  @Test
  void whoIsTakenOffSeesItNoMoreAndNobodySeesItInTheBinForHavingBeenAsked() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ActivityId id = asks(data(), eve);
    ActivityId gone = asks(data(), eve);
    awaitListed(eve, id);
    attendees.save(id, attendees.asked(id), Attendees.NONE);
    UUID change = activities.archive(List.of(gone));

    assertThat(as(eve, () -> activities.find(id))).isEmpty();
    assertThat(calendar(eve)).isEmpty();
    assertThat(
            as(
                eve,
                () ->
                    dsl.fetchCount(DSL.table("activity_archive"))
                        + dsl.fetchCount(
                            DSL.table("archive_entry"),
                            DSL.condition("root_id = {0}", DSL.val(gone.value())))))
        .isZero();
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(listed(eve, word)).isEmpty());

    archive.undo(change);
    assertThat(as(eve, () -> activities.find(gone))).isPresent();
  }

  @Test
  void whoIsAskedToASeriesHasEachOccurrenceWhereItWasMovedTo() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    When first = new When(soon, ZONE);
    ActivityId weekly = asks(data().recurrence("FREQ=WEEKLY;COUNT=4"), eve);
    Stretch month =
        new Stretch(
            LocalDate.ofInstant(soon, ZONE), LocalDate.ofInstant(soon, ZONE).plusDays(28), ZONE);
    When second = new When(first.at().plus(7, ChronoUnit.DAYS), ZONE);
    When moved = new When(second.at().plus(1, ChronoUnit.DAYS), ZONE);
    series.change(weekly, second, data -> data.toBuilder().when(moved).build());

    assertThat(as(eve, () -> calendar.entries(month, Set.of(eve.memberId()))))
        .extracting(entry -> entry.when().at().atOffset(ZoneOffset.UTC).toLocalDate())
        .containsExactly(
            LocalDate.ofInstant(soon, ZONE),
            LocalDate.ofInstant(soon, ZONE).plusDays(8),
            LocalDate.ofInstant(soon, ZONE).plusDays(14),
            LocalDate.ofInstant(soon, ZONE).plusDays(21));
    assertThat(feed(eve).split("SUMMARY:Kick-off", -1)).hasSize(5);
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(() -> assertThat(listed(eve, "", eve)).hasSize(2));

    as(eve, () -> attendees.answer(weekly, Answer.DECLINED));
    assertThat(as(eve, () -> calendar.entries(month, Set.of(eve.memberId())))).isEmpty();
  }

  @Test
  void aReminderThatOneSawComesToTheOthersAllTheSame() {
    SignedInMember eve = join(Role.MEMBER);
    ActivityId id = asks(data(), eve);
    reminders.seen(List.of(id));

    assertThat(subjects(reminders.due())).isEmpty();
    assertThat(reminders(eve)).hasSize(1);
    as(
        eve,
        () -> {
          reminders.seen(List.of(id));
          return true;
        });
    assertThat(reminders(eve)).isEmpty();
  }
}
