package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What may not be found stays so while indexes take each other's places. */
final class SearchSightTest {

  private static final SearchField<String> SECRET = SearchField.text("secret").showing("secret");

  private static final SearchGuard NO_SECRETS =
      new SearchGuard() {
        @Override
        public Optional<Set<java.util.UUID>> owners(String kind) {
          return Optional.empty();
        }

        @Override
        public Set<String> hidden(String kind) {
          return Set.of("secret");
        }
      };

  private static SearchSchema wider() {
    List<SearchField<?>> fields = new ArrayList<>(People.SCHEMA.fields());
    fields.add(SECRET);
    return new SearchSchema("person", People.NAME, fields);
  }

  @Test
  void aFieldThatComesDuringASearchIsHiddenAtOnce() {
    People people = new People();
    people.put(People.person("Dupont").with(SECRET, "xylophone"));
    AtomicReference<Runnable> asked = new AtomicReference<>(() -> {});
    try (SearchIndex index =
        new SearchIndex(
            () -> List.of(people),
            Locale.FRENCH,
            () -> {
              asked.getAndSet(() -> {}).run();
              return NO_SECRETS;
            })) {
      index.open(Runnable::run);
      await().until(() -> index.state("person").ready());
      asked.set(
          () -> {
            people.schema = SearchSightTest::wider;
            index.catchUp();
            await().until(() -> index.schema("person").fields().contains(SECRET));
          });

      assertThat(index.page(SearchQuery.all("person").text("xylophone"), 0, 10).ids()).isEmpty();
      assertThat(index.page(SearchQuery.all("person").text("dupont"), 0, 10).ids()).hasSize(1);
    }
  }
}
