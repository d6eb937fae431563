package eu.rempart.activity.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.calendar.Stretch;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.Attendees;
import eu.rempart.activity.meeting.MeetingService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.contact.ContactId;
import eu.rempart.team.WithNarrowedMembers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** This one and all that follow, and all of them, of a recurring activity. */
class FollowingServiceTest extends WithNarrowedMembers {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Autowired private FollowingService following;
  @Autowired private SeriesService series;
  @Autowired private ActivityService activities;
  @Autowired private MeetingService meetings;
  @Autowired private AttendeeService attendees;
  @Autowired private CalendarService calendar;
  @Autowired private DSLContext dsl;

  /** Somebody whose calendar holds this alone. */
  private SignedInMember me;

  @BeforeEach
  void aNewMember() {
    me = act(join(Role.MEMBER));
  }

  private static When day(int day) {
    return day(day, 9);
  }

  private static When day(int day, int hour) {
    return When.at(LocalDateTime.of(2031, 3, day, hour, 0), PARIS);
  }

  private ActivityData weekly(String rule) {
    return ActivityData.builder()
        .kind(ActivityKind.MEETING)
        .subject("Weekly")
        .place("Room 4")
        .ownerId(me.memberId())
        .when(day(3))
        .minutes(60)
        .recurrence(rule)
        .build();
  }

  private ActivityId keep(String rule, ContactId... about) {
    return activities.create(weekly(rule), new ActivityLinks(List.of(about), List.of(), List.of()));
  }

  private List<When> month() {
    Stretch stretch = new Stretch(LocalDate.of(2031, 3, 1), LocalDate.of(2031, 4, 1), PARIS);
    return calendar.entries(stretch, Set.of(me.memberId())).stream()
        .map(entry -> entry.when())
        .toList();
  }

  private static UnaryOperator<ActivityData> to(When when) {
    return data -> data.toBuilder().when(when).build();
  }

  private ActivityId rest(ActivityId of) {
    UUID id =
        dsl.fetchSingle(
                "SELECT id FROM activity WHERE owner_id = ? AND recurrence IS NOT NULL AND id <> ?",
                me.memberId(),
                of.value())
            .get(0, UUID.class);
    return new ActivityId(id);
  }

  @Test
  void thisAndAllThatFollowAreMovedAndWhatWasBeforeStays() {
    ContactId zoe = person("Zoe", "Follows");
    ActivityId id = keep("FREQ=WEEKLY;COUNT=5", zoe);

    Optional<UUID> change = following.changeFrom(id, day(17), to(day(18, 11)));

    assertThat(change).isPresent();
    assertThat(month())
        .containsExactly(day(3), day(10), day(18, 11), day(25, 11))
        .doesNotContain(day(17), day(24));
    Activity other = activities.find(rest(id)).orElseThrow();
    assertThat(other.data().recurrence()).isEqualTo("FREQ=WEEKLY;COUNT=3");
    assertThat(other.data().place()).isEqualTo("Room 4");
    assertThat(other.links()).isEqualTo(ActivityLinks.of(zoe));

    activities.undo(change.orElseThrow(), List.of(id, other.id()));
    assertThat(month()).containsExactly(day(3), day(10), day(17), day(24), day(31));
    assertThat(activities.find(other.id())).isEmpty();
  }

  @Test
  void whatWasTakenOutBeforeStaysTakenOut() {
    ActivityId id = keep("FREQ=WEEKLY");
    series.change(id, day(10), data -> data.toBuilder().status(ActivityStatus.CANCELLED).build());
    series.change(id, day(24), data -> data.toBuilder().status(ActivityStatus.CANCELLED).build());

    assertThat(following.changeFrom(id, day(17), to(day(17, 14)))).isPresent();

    assertThat(month()).containsExactly(day(3), day(17, 14), day(31, 14));
  }

  @Test
  void ofAllOfThemToWhatWasTakenOutStaysTakenOut() {
    ActivityId id = keep("FREQ=DAILY;COUNT=6");
    series.change(id, day(4), data -> data.toBuilder().status(ActivityStatus.CANCELLED).build());
    series.change(id, day(5), to(day(20, 16)));
    series.change(id, day(7), data -> data.toBuilder().status(ActivityStatus.DONE).build());

    UUID change = following.changeAll(id, day(3), to(day(4, 14))).orElseThrow();

    assertThat(month())
        .containsExactlyInAnyOrder(day(4, 14), day(7, 14), day(9, 14), day(7), day(20, 16));
    activities.undo(change, List.of(id));
    assertThat(month()).containsExactlyInAnyOrder(day(3), day(6), day(8), day(7), day(20, 16));
  }

  @Test
  void whatIsOverHidesNothingThatIsMovedToItsPlace() {
    ActivityId id = keep("FREQ=DAILY;COUNT=4");
    series.mark(List.of(id), ActivityStatus.CANCELLED);
    series.mark(List.of(id), ActivityStatus.CANCELLED);

    assertThat(following.changeAll(id, day(5), to(day(3)))).isPresent();

    assertThat(month()).containsExactly(day(3), day(4));
  }

  @Test
  void whereverSomebodyMovesItFromItKeepsItsZone() {
    ZoneId york = ZoneId.of("America/New_York");
    When first = When.at(LocalDateTime.of(2031, 2, 24, 9, 0), york);
    ActivityId id =
        activities.create(
            weekly("FREQ=WEEKLY").toBuilder().when(first).build(), ActivityLinks.NONE);
    When paris = When.at(LocalDateTime.of(2031, 2, 25, 15, 0), PARIS);

    assertThat(following.changeAll(id, first, to(paris))).isPresent();
    // clocks go forward on 9 March there, on 30 March here
    When third = When.at(LocalDateTime.of(2031, 3, 18, 9, 0), york);
    assertThat(following.changeFrom(id, third, to(day(18, 15)))).isPresent();

    assertThat(month())
        .containsExactly(
            When.at(LocalDateTime.of(2031, 3, 4, 9, 0), york),
            When.at(LocalDateTime.of(2031, 3, 11, 9, 0), york),
            When.at(LocalDateTime.of(2031, 3, 18, 10, 0), york),
            When.at(LocalDateTime.of(2031, 3, 25, 10, 0), york));
  }

  @Test
  void allAreMovedByAsManyDays() {
    ActivityId id = keep("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=9");

    assertThat(following.changeAll(id, day(17), to(day(18, 8)))).isPresent();

    assertThat(activities.find(id).orElseThrow().data().recurrence())
        .isEqualTo("FREQ=WEEKLY;BYDAY=TU,FR;COUNT=9");
    assertThat(month())
        .containsExactly(
            day(4, 8),
            day(7, 8),
            day(11, 8),
            day(14, 8),
            day(18, 8),
            day(21, 8),
            day(25, 8),
            day(28, 8));
  }

  @Test
  void fromTheNextOneOnItIsAllOfThem() {
    ActivityId id = keep("FREQ=WEEKLY");
    assertThat(following.changeFrom(id, day(3), to(day(4)))).isPresent();
    assertThat(month()).containsExactly(day(4), day(11), day(18), day(25));
    assertThat(dsl.fetchCount(dsl.selectFrom("activity").where("owner_id = ?", me.memberId())))
        .isEqualTo(1);
  }

  @Test
  void whatIsNoOccurrenceOrCanNotBeMovedSoChangesNothing() {
    ActivityId id = keep("FREQ=YEARLY;BYMONTH=3;BYDAY=MO");
    assertThat(following.changeFrom(id, day(10), to(day(11)))).isEmpty();
    assertThat(following.changeAll(id, day(10), to(day(11)))).isEmpty();
    assertThat(following.changeFrom(id, day(11), to(day(12)))).as("no occurrence").isEmpty();
    ActivityId single =
        activities.create(
            weekly("FREQ=WEEKLY").toBuilder().recurrence(null).build(), ActivityLinks.NONE);
    assertThat(following.changeFrom(single, day(3), to(day(4)))).isEmpty();
    assertThat(month()).contains(day(3), day(10), day(17), day(24), day(31));
  }

  @Test
  void whoIsAskedToTheSeriesIsAskedToItsRestAsTheyAnswered() {
    SignedInMember eve = join(Role.MEMBER);
    act(me);
    ActivityId id =
        meetings.create(
            new MeetingService.Typed(
                weekly("FREQ=WEEKLY"),
                ActivityLinks.NONE,
                new Attendees(List.of(), List.of(eve.memberId()), List.of("g@other.example"))));
    as(eve, () -> attendees.answer(id, Answer.TENTATIVE));
    act(me);

    following.changeFrom(id, day(17), to(day(18)));

    ActivityId other = rest(id);
    assertThat(attendees.asked(other)).isEqualTo(attendees.asked(id));
    assertThat(attendees.of(other).getFirst().answer()).isEqualTo(Answer.TENTATIVE);
    assertThat(attendees.of(other).getFirst().invitation()).isNull();
  }

  @Test
  void whereOthersHoldAnOccurrenceNothingIsLeftBehind() {
    SignedInMember eve = join(Role.MEMBER);
    me = act(narrowed(Role.MEMBER, readsAll()));
    ActivityId id = keep("FREQ=WEEKLY");
    series.change(id, day(24), data -> data.toBuilder().status(ActivityStatus.CANCELLED).build());
    handOver(id, eve);

    assertThatThrownBy(() -> following.changeFrom(id, day(17), to(day(18))))
        .isInstanceOf(OthersOccurrencesException.class);
    assertThatThrownBy(() -> following.changeAll(id, day(17), to(day(18))))
        .isInstanceOf(OthersOccurrencesException.class);
    assertThat(month()).containsExactly(day(3), day(10), day(17), day(31));
    assertThat(following.changeFrom(id, day(31), to(day(30)))).as("none of theirs").isPresent();
  }

  /** What was taken out is somebody else's from now on. */
  private void handOver(ActivityId id, SignedInMember owner) {
    admin();
    ActivityId taken =
        new ActivityId(
            dsl.fetchSingle("SELECT id FROM activity WHERE series_id = ?", id.value())
                .get(0, UUID.class));
    Activity theirs = activities.find(taken).orElseThrow();
    activities.save(
        taken,
        theirs.version(),
        theirs.data(),
        theirs.data().toBuilder().ownerId(owner.memberId()).build(),
        null);
    act(me);
  }

  @Test
  void whatNobodyCanMoveWithTheOthersIsNotOffered() {
    ActivityId id = keep("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH");
    assertThat(following.canChangeAll(id, day(17), to(day(18)))).isTrue();
    assertThat(following.canChangeAll(id, day(17), to(day(21)))).isFalse();
    assertThat(following.canChangeFrom(id, day(17), to(day(21)))).isFalse();
  }

  @Test
  void withoutTheRightNothingChanges() {
    ActivityId id = keep("FREQ=WEEKLY");
    SignedInMember eve = narrowed(Role.MEMBER, readsAll());
    assertThatThrownBy(() -> as(eve, () -> following.changeFrom(id, day(17), to(day(18)))))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(eve, () -> following.changeAll(id, day(17), to(day(18)))))
        .isInstanceOf(NotPermittedException.class);
    act(me);
    assertThat(month()).containsExactly(day(3), day(10), day(17), day(24), day(31));
  }
}
