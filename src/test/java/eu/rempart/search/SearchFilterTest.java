package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SearchFilterTest {

  private static final UUID ANNA = UUID.randomUUID();
  private static final UUID BERT = UUID.randomUUID();

  private final People people = new People();
  private final UUID a =
      people.put(
          People.person("A")
              .with(People.COMPANY, "Société Générale")
              .with(People.TAG, "vip")
              .with(People.TAG, "press")
              .with(People.STAGE, People.Stage.LEAD)
              .with(People.OWNER, ANNA)
              .with(People.CALLABLE, true)
              .with(People.REVENUE, 100L)
              .with(People.BIRTHDAY, LocalDate.of(1980, 5, 1))
              .with(People.CHANGED, Instant.parse("2026-01-01T00:00:00.000001Z")));
  private final UUID b =
      people.put(
          People.person("B")
              .with(People.EMAIL, "b@b.example")
              .with(People.PHONE, "+33 6 12 34 56 78")
              .with(People.TAG, "press")
              .with(People.STAGE, People.Stage.CUSTOMER)
              .with(People.OWNER, BERT)
              .with(People.CALLABLE, false)
              .with(People.REVENUE, -7L)
              .with(People.CHANGED, Instant.parse("2026-01-01T00:00:00Z")));
  private final UUID c = people.put(People.person("C"));
  private final OpenIndex index = OpenIndex.building(people);

  @BeforeEach
  void open() {
    index.awaitReady();
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void exactValues() {
    assertThat(index.find(Filter.is(People.TAG, "press"))).containsExactly(a, b);
    assertThat(index.find(Filter.is(People.TAG, "PRESS"))).isEmpty();
    assertThat(index.find(Filter.in(People.STAGE, List.of(People.Stage.LEAD, People.Stage.FORMER))))
        .containsExactly(a);
    assertThat(index.find(Filter.is(People.OWNER, BERT))).containsExactly(b);
    assertThat(index.find(Filter.is(People.CALLABLE, false))).containsExactly(b);
    assertThat(index.find(Filter.is(People.REVENUE, -7L))).containsExactly(b);
    assertThat(index.find(Filter.is(People.COMPANY, "societe generale"))).containsExactly(a);
    assertThat(index.find(Filter.is(People.EMAIL, "B@B.example"))).containsExactly(b);
    assertThat(index.find(Filter.is(People.PHONE, "0033612345678"))).containsExactly(b);
    assertThat(index.find(Filter.in(People.TAG, List.of()))).isEmpty();
  }

  @Test
  void ranges() {
    assertThat(index.find(Filter.between(People.REVENUE, 0L, null))).containsExactly(a);
    assertThat(index.find(Filter.between(People.REVENUE, null, 100L))).containsExactly(a, b);
    assertThat(index.find(Filter.between(People.REVENUE, 101L, 7L))).isEmpty();
    assertThat(index.find(Filter.between(People.REVENUE, Long.MIN_VALUE, Long.MAX_VALUE)))
        .containsExactly(a, b);
    assertThat(
            index.find(
                Filter.between(
                    People.BIRTHDAY, LocalDate.of(1980, 5, 1), LocalDate.of(1980, 5, 1))))
        .containsExactly(a);
    assertThat(
            index.find(
                Filter.between(People.CHANGED, Instant.parse("2026-01-01T00:00:00.000001Z"), null)))
        .containsExactly(a);
  }

  @Test
  void beginningsAndPresence() {
    assertThat(index.find(Filter.startsWith(People.COMPANY, "SOCIÉTÉ G"))).containsExactly(a);
    assertThat(index.find(Filter.startsWith(People.COMPANY, "générale"))).isEmpty();
    assertThat(index.find(Filter.contains(People.COMPANY, "GÉNÉR"))).containsExactly(a);
    assertThat(index.find(Filter.contains(People.COMPANY, "*"))).isEmpty();
    assertThat(index.find(Filter.contains(People.COMPANY, "soc?été"))).isEmpty();
    assertThat(index.find(Filter.present(People.EMAIL))).containsExactly(b);
    assertThat(index.find(Filter.not(Filter.present(People.BIRTHDAY)))).containsExactly(b, c);
  }

  @Test
  void treesOfConditions() {
    Filter press = Filter.is(People.TAG, "press");
    Filter callable = Filter.is(People.CALLABLE, true);
    assertThat(index.find(Filter.and(press, Filter.not(callable)))).containsExactly(b);
    assertThat(index.find(Filter.or(callable, Filter.not(press)))).containsExactly(a, c);
    assertThat(index.find(Filter.or())).isEmpty();
    assertThat(index.find(Filter.and())).containsExactly(a, b, c);
    assertThat(index.find(Filter.not(Filter.everything()))).isEmpty();
    assertThat(index.index.page(SearchQuery.all("person").text("b").filter(press), 0, 10).ids())
        .containsExactly(b);
  }

  @Test
  void conditionsThatAFieldCannotAnswerAreRefused() {
    assertThatThrownBy(() -> index.find(Filter.is(SearchField.keyword("unknown"), "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.find(Filter.between(People.TAG, "a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.find(Filter.is(People.NAME, "A")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingPrintsWhatPeopleTypedOrAre() {
    assertThat(SearchQuery.all("person").text("secret") + "" + Filter.is(People.TAG, "secret"))
        .doesNotContain("secret");
    assertThat(People.person("secret").build().toString()).doesNotContain("secret");
    assertThat(Filter.startsWith(People.COMPANY, "secret").toString()).doesNotContain("secret");
  }
}
