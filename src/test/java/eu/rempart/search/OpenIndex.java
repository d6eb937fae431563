package eu.rempart.search;

import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchQuery;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An index over {@link People}, with what the tests ask it most. */
final class OpenIndex implements AutoCloseable {

  final People people;
  final SearchIndex index;

  private OpenIndex(People people, SearchIndex index) {
    this.people = people;
    this.index = index;
  }

  static OpenIndex building(People people) {
    SearchIndex index = new SearchIndex(() -> List.of(people), Locale.FRENCH);
    index.open(Runnable::run);
    return new OpenIndex(people, index);
  }

  static OpenIndex ready(People people) {
    return building(people).awaitReady();
  }

  OpenIndex awaitReady() {
    CountDownLatch ready = new CountDownLatch(1);
    Runnable stop =
        index.onStateChange(
            () -> {
              if (index.state("person").ready()) {
                ready.countDown();
              }
            });
    try {
      if (!index.state("person").ready() && !ready.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the index was not ready within a minute");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      stop.run();
    }
    return this;
  }

  UUID add(SearchDocument.Builder builder) {
    UUID id = people.put(builder);
    index.changed("person", List.of(id));
    return id;
  }

  void remove(UUID id) {
    people.rows.remove(id);
    index.removed("person", List.of(id));
  }

  List<UUID> find(String text) {
    return index.page(SearchQuery.all("person").text(text), 0, 100).ids();
  }

  List<UUID> find(Filter filter) {
    return index.page(SearchQuery.all("person").filter(filter), 0, 100).ids();
  }

  @Override
  public void close() {
    index.close();
  }
}
