package eu.rempart.activity.series;

import static eu.rempart.db.generated.Tables.ACTIVITY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.TestActivities;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.db.TestDatabase;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever changes one occurrence finds it with their next search: the index has been told of it by
 * then, though nobody listens to the database here.
 */
class TakenOutIsFoundTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Told told = new Told();
  private final SearchIndex index = new SearchIndex(() -> List.of(told), Locale.FRENCH);
  private TestActivities house;
  private SeriesService series;
  private FollowingService following;

  /** What the index was told of. */
  private static final class Told implements SearchSource {

    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();

    @Override
    public SearchSchema schema() {
      return SearchSchema.of("activity", SearchField.text("subject").asSorted());
    }

    @Override
    public long estimate() {
      return 0;
    }

    @Override
    public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
      // there is nothing yet
    }

    @Override
    public List<SearchDocument> read(Set<UUID> changed) {
      ids.addAll(changed);
      return List.of();
    }
  }

  @BeforeEach
  void open() throws Exception {
    house = new TestActivities(database, index);
    series = TestSeries.of(house);
    following =
        new FollowingService(
            new SeriesRepository(database.app()),
            house.activities,
            house.deals.writes,
            house.deals.rights,
            event -> {});
    index.open(Runnable::run);
    Awaitility.await().atMost(Patience.LONG).until(() -> index.state("activity").ready());
  }

  @AfterEach
  void close() {
    index.close();
  }

  private static When day(int day) {
    return When.at(LocalDateTime.of(2026, 11, day, 9, 0), PARIS);
  }

  private ActivityId weekly() throws Exception {
    ActivityData data =
        ActivityData.builder()
            .subject("Weekly call")
            .ownerId(UUID.randomUUID())
            .when(day(2))
            .recurrence("FREQ=WEEKLY")
            .build();
    ActivityId id = house.as(Role.MEMBER, () -> house.activities.create(data, ActivityLinks.NONE));
    told.ids.clear();
    return id;
  }

  private static List<UUID> of(UUID change) {
    return database
        .owner()
        .select(ACTIVITY.ID)
        .from(ACTIVITY)
        .where(ACTIVITY.CHANGE_ID.eq(change))
        .fetch(ACTIVITY.ID);
  }

  private void isToldWithItsUndoing(ActivityId id, UUID change, int rows) throws Exception {
    List<UUID> touched = of(change);
    assertThat(touched).hasSize(rows);
    assertThat(told.ids).containsAll(touched);
    told.ids.clear();
    house.as(
        Role.MEMBER,
        () -> {
          house.activities.undo(change, List.of(id));
          return id;
        });
    assertThat(told.ids).containsAll(touched);
  }

  @Test
  void oneThatIsChanged() throws Exception {
    ActivityId id = weekly();
    UUID change =
        house.as(
            Role.MEMBER,
            () -> series.change(id, day(16), data -> data.toBuilder().when(day(17)).build()));
    isToldWithItsUndoing(id, change, 1);
  }

  @Test
  void oneThatIsDone() throws Exception {
    ActivityId id = weekly();
    UUID change = house.as(Role.MEMBER, () -> series.mark(List.of(id), ActivityStatus.DONE));
    isToldWithItsUndoing(id, change, 2);
  }

  @Test
  void thoseThatFollowAsASeriesOfTheirOwn() throws Exception {
    ActivityId id = weekly();
    UUID change =
        house.as(
            Role.MEMBER,
            () ->
                following
                    .changeFrom(id, day(16), data -> data.toBuilder().when(day(17)).build())
                    .orElseThrow());
    isToldWithItsUndoing(id, change, 2);
  }
}
