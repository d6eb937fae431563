package eu.rempart.activity.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.TestActivities;
import eu.rempart.activity.series.TestSeries;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.db.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReminderServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant TEN = Instant.parse("2026-11-26T10:00:00Z");

  private final CurrentMember current = new CurrentMember();
  private final SignedInMember me =
      new SignedInMember(UUID.randomUUID(), Role.MEMBER, UUID.randomUUID(), null);
  private TestActivities house;

  @BeforeEach
  void open() throws Exception {
    house = new TestActivities(database);
  }

  /** Each time as the same member. */
  private <T> T mine(Callable<T> work) throws Exception {
    return current.callAs(me, work);
  }

  /** As another process sees it that begins at this moment. */
  private ReminderService at(Instant now) {
    ReminderQueries queries = new ReminderQueries(database.app());
    return new ReminderService(
        queries,
        new ComingReminders(queries, TestSeries.times(house)),
        house.activities,
        new Rights(current),
        current,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private ActivityId meeting(Integer... minutesBefore) throws Exception {
    return mine(
        () ->
            house.activities.create(
                ActivityData.builder()
                    .ownerId(current.id())
                    .subject("Meeting")
                    .when(new When(TEN, ZoneId.of("Europe/Paris")))
                    .reminders(List.of(minutesBefore))
                    .build(),
                ActivityLinks.NONE));
  }

  private List<ActivityId> due(Instant now) throws Exception {
    return mine(() -> at(now).due()).stream().map(ActivityRow::id).toList();
  }

  private void saw(ActivityId id) throws Exception {
    saw(id, TEN);
  }

  private void saw(ActivityId id, Instant now) throws Exception {
    mine(
        () -> {
          at(now).seen(List.of(id));
          return true;
        });
  }

  @Test
  void aReminderComesAtItsTimeAndIsSeenOnce() throws Exception {
    ActivityId id = meeting(15);

    assertThat(due(TEN.minus(Duration.ofMinutes(16)))).doesNotContain(id);
    assertThat(due(TEN.minus(Duration.ofMinutes(15)))).contains(id);
    assertThat(due(TEN)).as("it waits, whatever process asks").contains(id);
    saw(id);
    assertThat(due(TEN)).doesNotContain(id);
  }

  @Test
  void ofSeveralEachComesAtItsTimeAndIsSeenOnce() throws Exception {
    ActivityId id = meeting(0, 15, 120);
    Instant early = TEN.minus(Duration.ofHours(2));

    assertThat(due(early.minusSeconds(1))).doesNotContain(id);
    assertThat(due(early)).contains(id);
    saw(id, early);
    assertThat(due(TEN.minus(Duration.ofMinutes(16)))).doesNotContain(id);
    assertThat(due(TEN.minus(Duration.ofMinutes(15)))).contains(id);
    saw(id, TEN.minus(Duration.ofMinutes(15)));
    assertThat(due(TEN.minusSeconds(1))).doesNotContain(id);
    assertThat(due(TEN)).contains(id);
    saw(id);
    assertThat(due(TEN.plus(Duration.ofHours(1)))).doesNotContain(id);
  }

  @Test
  void severalThatWaitedAreOneNotice() throws Exception {
    ActivityId id = meeting(0, 5, 15);

    assertThat(due(TEN)).containsOnlyOnce(id);
    saw(id);
    assertThat(due(TEN)).doesNotContain(id);
  }

  @Test
  void aRecurringOneRemindsOfEachOccurrenceSeveralTimes() throws Exception {
    ActivityId id = meeting(10, 1_440);
    ActivityData before = house.now(id).data();
    mine(
        () ->
            house.activities.save(
                id, 1, before, before.toBuilder().recurrence("FREQ=WEEKLY").build(), null));
    saw(id);
    mine(
        () ->
            TestSeries.of(house)
                .change(
                    id,
                    java.util.Objects.requireNonNull(before.when()),
                    one -> one.toBuilder().status(ActivityStatus.DONE).build()));
    Instant next = TEN.plus(Duration.ofDays(7));

    assertThat(due(next.minus(Duration.ofDays(1)))).contains(id);
    saw(id, next.minus(Duration.ofDays(1)));
    assertThat(due(next.minus(Duration.ofMinutes(11)))).doesNotContain(id);
    assertThat(due(next.minus(Duration.ofMinutes(10)))).contains(id);
  }

  @Test
  void aRecurringMeetingRemindsThoughNobodySaidThatTheLastOneWasHeld() throws Exception {
    ActivityId meeting = weekly(ActivityKind.MEETING);
    ActivityId task = weekly(ActivityKind.TASK);
    saw(meeting);
    saw(task);
    Instant next = TEN.plus(Duration.ofDays(7));

    assertThat(due(next.minus(Duration.ofMinutes(16)))).doesNotContain(meeting);
    assertThat(due(next.minus(Duration.ofMinutes(15)))).contains(meeting);
    assertThat(due(next)).as("it waits, and a task is late").contains(meeting).doesNotContain(task);
    assertThat(mine(() -> at(next).due()))
        .filteredOn(row -> row.id().equals(meeting))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.shown().when())
                    .isEqualTo(new When(next, ZoneId.of("Europe/Paris"))));
    saw(meeting, next);
    assertThat(due(next)).doesNotContain(meeting);
    assertThat(due(next.plus(Duration.ofDays(7)))).contains(meeting);

    ActivityData data = house.now(meeting).data();
    mine(
        () ->
            TestSeries.of(house)
                .change(
                    meeting,
                    new When(next.plus(Duration.ofDays(7)), ZoneId.of("Europe/Paris")),
                    one -> one.toBuilder().status(ActivityStatus.CANCELLED).build()));
    assertThat(due(next.plus(Duration.ofDays(7)))).as("it is called off").doesNotContain(meeting);
    assertThat(data.recurrence()).isEqualTo("FREQ=WEEKLY");
  }

  private ActivityId weekly(ActivityKind kind) throws Exception {
    ActivityId id = meeting(15);
    ActivityData before = house.now(id).data();
    mine(
        () ->
            house.activities.save(
                id,
                1,
                before,
                before.toBuilder().kind(kind).recurrence("FREQ=WEEKLY").build(),
                null));
    return id;
  }

  @Test
  void whatWasSeenOfASeriesIsSeenOfTheOneThatIsTakenOutOfItUnlessThatIsMoved() throws Exception {
    ActivityId id = meeting(15);
    ActivityData before = house.now(id).data();
    mine(
        () ->
            house.activities.save(
                id, 1, before, before.toBuilder().recurrence("FREQ=WEEKLY").build(), null));
    Instant came = TEN.minus(Duration.ofMinutes(15));
    saw(id, came);
    List<ActivityId> known = due(TEN);
    When first = java.util.Objects.requireNonNull(before.when());
    mine(
        () ->
            TestSeries.of(house).change(id, first, one -> one.toBuilder().subject("Own").build()));
    assertThat(due(TEN)).as("it was seen").isEqualTo(known);

    Instant next = TEN.plus(Duration.ofDays(7));
    saw(id, next.minus(Duration.ofMinutes(15)));
    mine(
        () ->
            TestSeries.of(house)
                .change(
                    id,
                    new When(next, first.zone()),
                    one ->
                        one.toBuilder()
                            .when(new When(next.plusSeconds(60), first.zone()))
                            .build()));
    assertThat(due(next.plusSeconds(60))).as("it is moved").hasSize(1).doesNotContain(id);
  }

  @Test
  void whatIsMovedRemindsAgainAndWhatIsDoneNoMore() throws Exception {
    ActivityId id = meeting(0);
    saw(id);
    ActivityData before = house.now(id).data();
    When later = new When(TEN.plus(Duration.ofHours(1)), ZoneId.of("Europe/Paris"));
    mine(() -> house.activities.save(id, 1, before, before.toBuilder().when(later).build(), null));
    assertThat(due(TEN.plus(Duration.ofHours(1)))).contains(id);

    mine(() -> house.activities.mark(List.of(id), ActivityStatus.DONE));
    assertThat(due(TEN.plus(Duration.ofHours(1)))).doesNotContain(id);
  }

  @Test
  void whatCameLongAgoIsNotShownAnyMore() throws Exception {
    ActivityId id = meeting(0);

    assertThat(due(TEN.plus(Duration.ofHours(23)))).contains(id);
    assertThat(due(TEN.plus(Duration.ofHours(25)))).doesNotContain(id);
  }

  @Test
  void othersAreNotRemindedAndEngineersOfNothing() throws Exception {
    ActivityId id = meeting(0);

    assertThat(house.as(Role.MANAGER, () -> at(TEN).due()))
        .extracting(ActivityRow::id)
        .doesNotContain(id);
    assertThatThrownBy(() -> house.as(Role.ENGINEER, () -> at(TEN).due()))
        .isInstanceOf(NotPermittedException.class);
  }
}
