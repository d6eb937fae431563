package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.search.order.SearchPage;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Questions on fields that go while they are asked. */
final class SearchFieldsTest {

  private static final SearchField<String> SIZE = SearchField.keyword("size");

  private final People people = new People();
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  private static SearchSchema wider() {
    List<SearchField<?>> fields = new ArrayList<>(People.SCHEMA.fields());
    fields.add(SIZE);
    return new SearchSchema("person", People.NAME, fields);
  }

  /** By the field as long as there is one, as lists pass over a condition on one that is gone. */
  private SearchQuery large(SearchSchema schema) {
    meanwhile.getAndSet(() -> {}).run();
    SearchQuery all = SearchQuery.all("person");
    return schema.fields().contains(SIZE) ? all.filter(Filter.is(SIZE, "large")) : all;
  }

  private void fieldGoes(SearchIndex index) {
    people.schema = () -> People.SCHEMA;
    index.catchUp();
    await().until(() -> !index.schema("person").fields().contains(SIZE));
  }

  @Test
  void questionIsMadeForTheIndexThatAnswersIt() {
    people.schema = SearchFieldsTest::wider;
    people.put(People.person("Dupont").with(SIZE, "large"));
    people.put(People.person("Martin").with(SIZE, "small"));
    try (OpenIndex open = OpenIndex.ready(people)) {
      SearchIndex index = open.index;
      assertThat(index.page("person", this::large, 0, 10).ids()).hasSize(1);

      meanwhile.set(() -> fieldGoes(index));
      assertThat(index.page("person", this::large, 0, 10).ids()).hasSizeBetween(1, 2);
      assertThat(index.page("person", this::large, 0, 10).ids()).hasSize(2);
    }
  }

  @Test
  void everyPageIsMadeForTheIndexThatAnswersIt() {
    people.schema = SearchFieldsTest::wider;
    for (int i = 0; i < 5; i++) {
      people.put(People.person("Dupont " + i).with(SIZE, "large"));
    }
    try (OpenIndex open = OpenIndex.ready(people)) {
      SearchIndex index = open.index;
      List<UUID> found = new ArrayList<>();
      index
          .pages("person", this::large, 2)
          .map(SearchPage::ids)
          .forEach(
              ids -> {
                if (found.isEmpty()) {
                  fieldGoes(index);
                }
                found.addAll(ids);
              });
      assertThat(found).doesNotHaveDuplicates().hasSize(5);
    }
  }
}
