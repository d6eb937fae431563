package eu.rempart.activity.series;

import static eu.rempart.db.generated.Tables.ACTIVITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.Patience;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.Occurrence;
import eu.rempart.activity.TestActivities;
import eu.rempart.activity.series.SeriesService.Coming;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.db.TestDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeriesServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private TestActivities house;
  private SeriesService series;
  private UUID owner;

  @BeforeEach
  void open() throws Exception {
    house = new TestActivities(database);
    series = TestSeries.of(house);
    owner = UUID.randomUUID();
  }

  private static When day(int day) {
    return When.at(LocalDateTime.of(2026, 11, day, 9, 0), PARIS);
  }

  private ActivityId weekly(String rule, ActivityLinks about) throws Exception {
    ActivityData data =
        ActivityData.builder()
            .subject("Weekly call")
            .ownerId(owner)
            .when(day(2))
            .recurrence(rule)
            .build();
    return house.as(Role.MEMBER, () -> house.activities.create(data, about));
  }

  private List<When> coming(int from, int to) throws Exception {
    return house
        .as(Role.READER, () -> series.coming(day(from).at(), day(to).at(), Set.of(owner)))
        .stream()
        .map(Coming::when)
        .toList();
  }

  @Test
  void oneThatIsDoneBecomesAnActivityAndTheRestMovesOn() throws Exception {
    ActivityLinks about = ActivityLinks.of(house.contact());
    ActivityId id = weekly("FREQ=WEEKLY", about);
    assertThat(coming(1, 24)).containsExactly(day(9), day(16), day(23));

    house.as(Role.MEMBER, () -> series.mark(List.of(id), ActivityStatus.DONE));

    Activity rest = house.now(id);
    assertThat(rest.data().status()).isEqualTo(ActivityStatus.OPEN);
    assertThat(rest.data().when()).isEqualTo(day(9));
    assertThat(coming(1, 24)).containsExactly(day(16), day(23));
    List<ActivityRow> done =
        house.as(Role.READER, () -> house.activities.done(about, 5, ActivityColumn.DEFAULT));
    assertThat(done)
        .singleElement()
        .satisfies(row -> assertThat(row.shown().when()).isEqualTo(day(2)));
    Activity copy = house.now(done.getFirst().id());
    assertThat(copy.of()).isEqualTo(new Occurrence(id, day(2).at()));
    assertThat(copy.data().recurrence()).isNull();
  }

  @Test
  void theLastOneIsDoneItself() throws Exception {
    ActivityId id = weekly("FREQ=WEEKLY;COUNT=2", ActivityLinks.NONE);
    house.as(Role.MEMBER, () -> series.mark(List.of(id), ActivityStatus.DONE));

    house.as(Role.MEMBER, () -> series.mark(List.of(id), ActivityStatus.DONE));

    assertThat(house.now(id).data().status()).isEqualTo(ActivityStatus.DONE);
    assertThat(coming(1, 30)).isEmpty();
  }

  @Test
  void oneIsMovedAndTheOthersComeAsBefore() throws Exception {
    ActivityId id = weekly("FREQ=WEEKLY", ActivityLinks.NONE);
    When tuesday = day(17);

    UUID change =
        house.as(
            Role.MEMBER,
            () -> series.change(id, day(16), data -> data.toBuilder().when(tuesday).build()));

    assertThat(change).isNotNull();
    assertThat(house.now(id).data().when()).isEqualTo(day(2));
    assertThat(coming(1, 24)).containsExactly(day(9), day(23));
    assertThat(house.as(Role.MEMBER, () -> series.change(id, day(16), data -> data)))
        .as("it was taken out already")
        .isNull();
    assertThat(house.as(Role.MEMBER, () -> series.change(id, day(18), data -> data)))
        .as("no occurrence of it")
        .isNull();
  }

  @Test
  void whatWasMovedIsPassedOverWhenTheRestMovesOn() throws Exception {
    ActivityId id = weekly("FREQ=WEEKLY", ActivityLinks.NONE);
    house.as(
        Role.MEMBER,
        () -> series.change(id, day(9), data -> data.toBuilder().when(day(10)).build()));

    house.as(Role.MEMBER, () -> series.mark(List.of(id), ActivityStatus.CANCELLED));

    assertThat(house.now(id).data().when()).isEqualTo(day(16));
  }

  @Test
  void theFirstOneIsMovedByItself() throws Exception {
    ActivityId id = weekly("FREQ=WEEKLY", ActivityLinks.NONE);

    house.as(
        Role.MEMBER,
        () -> series.change(id, day(2), data -> data.toBuilder().when(day(3)).build()));

    assertThat(house.now(id).data().when()).isEqualTo(day(9));
  }

  @Test
  void ofTwoWhoChangeOneAtTheSameMomentTheSecondFindsItTaken() throws Exception {
    ActivityId id = weekly("FREQ=WEEKLY", ActivityLinks.NONE);
    for (int day : new int[] {2, 16}) {
      try (var others = Executors.newSingleThreadExecutor()) {
        List<Future<@Nullable UUID>> second = new ArrayList<>();
        UUID first =
            change(
                id,
                day(day),
                () -> {
                  second.add(others.submit(() -> change(id, day(day), () -> {})));
                  await(second.getFirst());
                });

        assertThat(first).isNotNull();
        assertThat(second.getFirst().get(30, TimeUnit.SECONDS)).isNull();
      }
      assertThat(occurrences(id, day(day))).isEqualTo(1);
    }
  }

  @Test
  void ofTwoWhoDoOneAtTheSameMomentNobodyDoesTheNext() throws Exception {
    ActivityId id = weekly("FREQ=WEEKLY", ActivityLinks.NONE);
    try (var others = Executors.newSingleThreadExecutor()) {
      List<Future<UUID>> second = new ArrayList<>();
      change(
          id,
          day(2),
          () -> {
            second.add(
                others.submit(
                    () ->
                        house.as(
                            Role.MEMBER, () -> series.mark(List.of(id), ActivityStatus.DONE))));
            await(second.getFirst());
          });
      assertThat(second.getFirst().get(30, TimeUnit.SECONDS)).isNotNull();
    }

    assertThat(house.now(id).data().when()).isEqualTo(day(9));
    assertThat(house.now(id).data().status()).isEqualTo(ActivityStatus.OPEN);
    assertThat(occurrences(id, day(2))).isEqualTo(1);
  }

  private @Nullable UUID change(ActivityId id, When when, Runnable meanwhile) throws Exception {
    return house.<@Nullable UUID>as(
        Role.MEMBER,
        () ->
            series.change(
                id,
                when,
                data -> {
                  meanwhile.run();
                  return data;
                }));
  }

  /** Until the other one is through, or waits for what this one holds. */
  private static void await(Future<?> other) {
    Awaitility.await()
        .atMost(Patience.LONG)
        .until(
            () ->
                other.isDone()
                    || database
                            .owner()
                            .fetchCount(DSL.table("pg_locks"), DSL.condition("NOT granted"))
                        > 0);
  }

  private static int occurrences(ActivityId id, When when) {
    return database
        .owner()
        .fetchCount(
            ACTIVITY,
            ACTIVITY.SERIES_ID.eq(id.value()),
            ACTIVITY.OCCURRENCE_AT.eq(when.at().atOffset(ZoneOffset.UTC)));
  }

  @Test
  void withoutTheRightNothingIsSeenOrChanged() throws Exception {
    ActivityId id = weekly("FREQ=WEEKLY", ActivityLinks.NONE);

    assertThatThrownBy(
            () -> house.as(Role.READER, () -> series.mark(List.of(id), ActivityStatus.DONE)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> house.as(Role.READER, () -> series.change(id, day(9), data -> data)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                house.as(
                    Role.ENGINEER, () -> series.coming(Instant.EPOCH, Instant.now(), Set.of())))
        .isInstanceOf(NotPermittedException.class);
  }
}
