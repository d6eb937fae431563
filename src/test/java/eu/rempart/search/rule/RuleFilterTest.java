package eu.rempart.search.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFilterTest {

  private static final SearchField<String> NAME = SearchField.text("name").asSorted();
  private static final SearchField<String> CITY = SearchField.text("city").asFiltered();
  private static final SearchField<UUID> OWNER = SearchField.id("owner");
  private static final SearchField<Long> AMOUNT = SearchField.number("amount");
  private static final SearchField<LocalDate> CLOSE = SearchField.date("close");
  private static final SearchField<Instant> CREATED = SearchField.instant("created");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 29);

  /** In this zone the day has 23 hours. */
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final RuleFilter filters =
      new RuleFilter(
          SearchSchema.of("thing", NAME, CITY, OWNER, AMOUNT, CLOSE, CREATED), TODAY, PARIS);

  @Test
  void whatIsDoneToAllOfAListIsNotDoneByAConditionThatNarrowsNothing() {
    SearchSchema schema = SearchSchema.of("thing", NAME, CITY, CLOSE);
    for (Rule unknown :
        List.of(
            test("gone", Operator.IS, "x"),
            test("name", Operator.STARTS_WITH, "Lil"), // kept for its order alone
            test("close", Operator.FROM, "soon"))) {
      assertThatThrownBy(() -> RuleFilter.requireKnown(unknown, schema))
          .as("%s", unknown)
          .isInstanceOf(RuleOutdatedException.class);
    }
    RuleFilter.requireKnown(test("city", Operator.STARTS_WITH, "Lil"), schema);
    RuleFilter.requireKnown(test("city", Operator.IS), schema); // nothing chosen yet
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+999999999-12-31",
        "-999999999-01-01",
        "+10000-01-01",
        "0000-12-31",
        "-0005-01-01"
      })
  void daysThatNobodyCanCountWithArePassedOver(String day) {
    for (String field : List.of("close", "created")) {
      for (Operator how : List.of(Operator.IS, Operator.IS_NOT, Operator.FROM, Operator.TO)) {
        Rule rule = test(field, how, day);
        assertThat(filters.of(rule)).as("%s %s", field, how).isEqualTo(Filter.EVERYTHING);
        assertThatThrownBy(
                () -> RuleFilter.requireKnown(rule, SearchSchema.of("thing", NAME, CLOSE, CREATED)))
            .isInstanceOf(RuleOutdatedException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "9999-12-31"})
  void theFirstAndTheLastDayAreCountedWith(String day) {
    for (String field : List.of("close", "created")) {
      for (Operator how : List.of(Operator.IS, Operator.FROM, Operator.TO)) {
        assertThat(filters.of(test(field, how, day))).isNotEqualTo(Filter.EVERYTHING);
      }
    }
  }

  private static Rule test(String field, Operator operator, String... values) {
    return new Rule.Test(field, operator, List.of(values));
  }

  @Test
  void allAndAnyAreNestedAsTheyAreSaid() {
    UUID anna = UUID.randomUUID();
    Rule rule =
        new Rule.All(
            List.of(
                test("owner", Operator.IS, anna.toString()),
                new Rule.Any(
                    List.of(
                        test("city", Operator.STARTS_WITH, "Lil"),
                        test("amount", Operator.FROM, "100000")))));

    assertThat(filters.of(rule))
        .isEqualTo(
            Filter.and(
                Filter.in(OWNER, List.of(anna)),
                Filter.or(
                    Filter.or(Filter.startsWith(CITY, "Lil")),
                    Filter.between(AMOUNT, 100_000L, null))));
  }

  @Test
  void isNotLetsThoseWithoutAValueThrough() {
    UUID anna = UUID.randomUUID();

    assertThat(filters.of(test("owner", Operator.IS_NOT, anna.toString())))
        .isEqualTo(Filter.not(Filter.in(OWNER, List.of(anna))));
    assertThat(filters.of(test("city", Operator.EMPTY)))
        .isEqualTo(Filter.not(Filter.present(CITY)));
    assertThat(filters.of(test("city", Operator.CONTAINS, " ill ")))
        .isEqualTo(Filter.or(Filter.contains(CITY, "ill")));
    assertThat(filters.of(test("city", Operator.FILLED))).isEqualTo(Filter.present(CITY));
  }

  @Test
  void daysCountFromTodayAndEndWithTheDayWhateverItsLength() {
    assertThat(filters.of(test("close", Operator.NEXT_DAYS, "7")))
        .isEqualTo(Filter.between(CLOSE, TODAY, TODAY.plusDays(7)));
    assertThat(filters.of(test("created", Operator.LAST_DAYS, "0")))
        .isEqualTo(
            Filter.between(
                CREATED,
                Instant.parse("2026-03-28T23:00:00Z"),
                Instant.parse("2026-03-29T21:59:59.999999Z")));
    assertThat(filters.of(test("created", Operator.TO, "2026-03-29")))
        .isEqualTo(Filter.between(CREATED, null, Instant.parse("2026-03-29T21:59:59.999999Z")));
  }

  @Test
  void whatIsNotUnderstoodIsPassedOverAndTheRestHolds() {
    Rule rule =
        new Rule.All(
            List.of(
                test("gone", Operator.IS, "x"),
                test("owner", Operator.IS, "nobody"),
                test("amount", Operator.FROM, "much"),
                test("close", Operator.FROM, "2026-02-30"),
                test("close", Operator.LAST_DAYS, "99999999"),
                test("name", Operator.STARTS_WITH, "A"),
                test("city", Operator.STARTS_WITH, "  "),
                test("city", Operator.FILLED)));

    assertThat(filters.of(rule)).isEqualTo(Filter.and(Filter.present(CITY)));
    assertThat(filters.of(new Rule.Any(List.of(test("gone", Operator.IS, "x")))))
        .as("nothing left asks for nothing")
        .isEqualTo(Filter.EVERYTHING);
  }

  @Test
  void aRuleComesBackFromItsText() {
    Rule rule =
        new Rule.Any(
            List.of(
                test("city", Operator.STARTS_WITH, "Lil\"le"),
                new Rule.All(List.of(test("close", Operator.EMPTY)))));

    assertThat(RuleText.read(RuleText.write(rule))).isEqualTo(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "[]",
        "{\"all\": 7}",
        "{\"is\": \"LIKE\", \"field\": \"name\"}",
        "{\"any\": [{\"any\": [{\"any\": [{\"any\": [{\"any\": [{\"any\": [{\"any\":"
            + " [{\"any\": [{\"any\": [{\"any\": []}]}]}]}]}]}]}]}]}]}"
      })
  void aTextThatIsNoneAsksForNothing(String text) {
    assertThat(RuleText.read(text).isEmpty()).isTrue();
  }

  @Test
  void aRuleTellsNoValue() {
    Rule rule = new Rule.All(List.of(test("city", Operator.IS, "Lille")));

    assertThat(rule.toString()).contains("city").doesNotContain("Lille");
  }
}
