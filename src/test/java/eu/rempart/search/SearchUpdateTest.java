package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.search.order.Total;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class SearchUpdateTest {

  @Test
  void aWriterSeesItsOwnChange() {
    try (OpenIndex index = OpenIndex.ready(new People())) {
      UUID id = index.add(People.person("Dupont"));
      assertThat(index.find("dupont")).containsExactly(id);
      index.add(People.person(id, "Durand"));
      assertThat(index.find("dupont")).isEmpty();
      assertThat(index.find("durand")).containsExactly(id);
      index.remove(id);
      assertThat(index.find("")).isEmpty();
    }
  }

  @Test
  void whatChangesWhileTheIndexIsBuiltIsNotLost() throws Exception {
    People people = new People();
    UUID changed = people.put(People.person("Before"));
    UUID removed = people.put(People.person("Removed"));
    people.holdReading = new CountDownLatch(1);
    try (OpenIndex index = OpenIndex.building(people)) {
      people.readingBegun.await();
      assertThat(index.index.state("person")).isInstanceOf(IndexState.Building.class);
      UUID added = people.put(People.person("Added"));
      people.put(People.person(changed, "After"));
      people.rows.remove(removed);
      index.index.changed("person", List.of(changed, added));
      index.index.removed("person", List.of(removed));
      people.holdReading.countDown();
      index.awaitReady();
      assertThat(index.find("")).containsExactly(added, changed);
      assertThat(index.find("after")).containsExactly(changed);
    }
  }

  @Test
  void rowsOfOtherTablesTouchTheDocumentsThatShowThem() {
    People people = new People();
    UUID id = people.put(People.person("Martin"));
    UUID link = UUID.randomUUID();
    people.personOfLink.put(link, id);
    try (OpenIndex index = OpenIndex.ready(people)) {
      people.put(People.person(id, "Martin").with(People.COMPANY, "Quartz"));
      index.index.rowsChanged("person_company", null, List.of(link, UUID.randomUUID()));
      index.index.rowsChanged("unknown_table", null, List.of(link));
      // A change of its own makes this thread wait for everything that was announced before.
      index.add(People.person("Someone else"));
      assertThat(index.find("quartz")).containsExactly(id);
    }
  }

  @Test
  void whatBelongsToARecordAndIsNotShownMakesNobodyReadItAgain() {
    People people = new People();
    UUID liked = people.put(People.person("Martin"));
    UUID moved = people.put(People.person("Moore"));
    try (OpenIndex index = OpenIndex.ready(people)) {
      people.asked.clear();
      index.index.rowsChanged("person", "person_liking", List.of(liked));
      index.index.rowsChanged("person", "person_address", List.of(moved));
      // waits for everything that was announced before
      index.add(People.person("Someone else"));
      assertThat(people.asked)
          .anyMatch(ids -> ((Set<?>) ids).contains(moved))
          .noneMatch(ids -> ((Set<?>) ids).contains(liked));
    }
  }

  @Test
  void aRebuildServesTheOldIndexUntilTheNewOneIsComplete() throws Exception {
    People people = new People();
    UUID first = people.put(People.person("First"));
    try (OpenIndex index = OpenIndex.ready(people)) {
      UUID unannounced = people.put(People.person("Unannounced"));
      CountDownLatch hold = new CountDownLatch(1);
      people.holdReading = hold;
      CountDownLatch exchanged = new CountDownLatch(1);
      index.index.onStateChange(exchanged::countDown);
      index.index.catchUp();
      assertThat(index.index.state("person").ready()).isTrue();
      assertThat(index.find("")).containsExactly(first);
      UUID announced = index.add(People.person("Later"));
      assertThat(index.find("")).containsExactly(first, announced);
      hold.countDown();
      exchanged.await();
      assertThat(index.find("")).containsExactly(first, announced, unannounced);
    }
  }

  @Test
  void onlyAFieldOfItsOwnHasAnIndexBuiltAnew() {
    People people = new People();
    UUID own = UUID.randomUUID();
    people.fields.add(own);
    try (OpenIndex index = OpenIndex.ready(people)) {
      people.asked.clear();
      index.index.rowsChanged("field", null, List.of(UUID.randomUUID()));
      index.index.rowsChanged("person", null, List.of(own));
      Awaitility.await().during(Duration.ofMillis(500)).until(() -> !people.asked.contains("all"));
      index.index.rowsChanged("field", null, List.of(UUID.randomUUID(), own));
      Awaitility.await().until(() -> people.asked.contains("all"));
    }
  }

  @Test
  void aClosedIndexIsNotReadyAndCanBeOpenedAgain() {
    People people = new People();
    UUID id = people.put(People.person("Martin"));
    OpenIndex index = OpenIndex.ready(people);
    index.close();
    assertThat(index.index.state("person")).isEqualTo(new IndexState.Empty());
    assertThatThrownBy(() -> index.find("martin")).isInstanceOf(SearchNotReadyException.class);
    index.index.changed("person", List.of(id));
    index.index.open(Runnable::run);
    index.awaitReady();
    assertThat(index.find("martin")).containsExactly(id);
    index.close();
  }

  @Test
  void aSourceThatFailsAtFirstIsAskedAgain() {
    People people = new People();
    UUID id = people.put(People.person("Martin"));
    AtomicBoolean failed = new AtomicBoolean();
    SearchIndex index = new SearchIndex(() -> List.of(people), Locale.FRENCH);
    CountDownLatch ready = new CountDownLatch(1);
    index.onStateChange(
        () -> {
          if (index.state("person").ready()) {
            ready.countDown();
          }
        });
    index.open(
        work -> {
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("locked");
          }
          work.run();
        });
    assertThat(awaited(ready)).isTrue();
    assertThat(index.page(SearchQuery.all("person"), 0, 10).ids()).containsExactly(id);
    index.close();
  }

  @Test
  void searchesGoOnWhileOthersWrite() throws Exception {
    People people = new People();
    for (int i = 0; i < 500; i++) {
      people.put(People.person("Martin " + i).with(People.REVENUE, (long) i));
    }
    try (OpenIndex index = OpenIndex.ready(people);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int thread = 0; thread < 2; thread++) {
        Random random = new Random(thread);
        String own = "writer" + thread;
        work.add(
            () -> {
              UUID id = UUID.randomUUID();
              for (int i = 0; i < 60; i++) {
                index.add(
                    People.person(id, own + "x" + i + "x")
                        .with(People.REVENUE, random.nextLong(100)));
                assertThat(index.find(own + "x" + i + "x")).containsExactly(id);
              }
              return null;
            });
        work.add(
            () -> {
              SearchSort sort = SearchSort.descending(People.REVENUE);
              for (int i = 0; i < 300; i++) {
                assertThat(index.index.page(SearchQuery.all("person").sort(sort), 480, 20).ids())
                    .hasSize(20)
                    .doesNotHaveDuplicates();
                assertThat(index.index.page(SearchQuery.all("person").text("martin"), 0, 5).total())
                    .isEqualTo(new Total(500, true));
                if (i % 100 == 50) {
                  index.index.catchUp();
                }
              }
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    }
  }

  @Test
  void aLargeChangeIsNotWaitedForButArrives() {
    People people = new People();
    try (OpenIndex index = OpenIndex.ready(people)) {
      List<UUID> ids = new ArrayList<>();
      for (int i = 0; i < 3_500; i++) {
        ids.add(people.put(People.person("Imported " + i)));
      }
      index.index.changed("person", ids);
      UUID last = people.put(People.person("Waits for all before"));
      index.index.changed("person", List.of(last), Duration.ofMinutes(2));
      assertThat(index.index.page(SearchQuery.all("person"), 0, 1).total().count())
          .isEqualTo(3_501);
    }
  }

  @Test
  void whatIsAnnouncedAtOnceIsReadOnceAndSeenByWhoeverWaits() {
    People people = new People();
    UUID gone = people.put(People.person("Gone"));
    try (OpenIndex index = OpenIndex.ready(people)) {
      List<UUID> ids = new ArrayList<>();
      for (int i = 0; i < 2_600; i++) {
        ids.add(people.put(People.person("Nr " + i)));
      }
      people.rows.remove(gone);
      ids.add(gone);
      people.asked.clear();
      index.index.announce("person", ids).accept(Duration.ofMinutes(2));

      assertThat(index.index.page(SearchQuery.all("person"), 0, 1).total().count())
          .isEqualTo(2_600);
      assertThat(index.find("gone")).isEmpty();
      assertThat(people.asked.stream().flatMap(asked -> ((Set<?>) asked).stream()))
          .hasSameSizeAs(ids)
          .doesNotHaveDuplicates();
      index.index.announce("unknown kind", ids).accept(Duration.ofMinutes(2));
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(60, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void fieldsThatCanNotBeReadYetKeepNoIndexFromOpening() {
    People people = new People();
    people.schema =
        () -> {
          throw new IllegalStateException("no fields");
        };
    try (OpenIndex index = OpenIndex.building(people)) {
      assertThat(index.index.state("person").ready()).isFalse();
      people.schema = () -> People.SCHEMA;
      index.awaitReady();
    }
  }
}
