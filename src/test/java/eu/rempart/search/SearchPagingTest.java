package eu.rempart.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.search.order.Cursor;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.order.Total;
import eu.rempart.search.question.FieldType;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSort;
import eu.rempart.search.word.Collation;
import eu.rempart.search.word.Filing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of every order is the same as in a plain list, sorted; also after changes that leave
 * several segments.
 */
final class SearchPagingTest {

  private static final int PEOPLE = 3_000;
  private static final List<String> NAMES =
      List.of(
          "Martin",
          "martin",
          "Märtin",
          "Martinez",
          "Éluard",
          "Eluard",
          "Zoé",
          "Œuvrard",
          "Țăran",
          "Groß",
          "Gross",
          "Société 9",
          "Société 10",
          "Vandenberghe-Dupontel, Marie-Antoinette");

  private static final List<People.Stage> STAGES = List.copyOf(EnumSet.allOf(People.Stage.class));

  private final Random random = new Random(20_261_124);
  private final Collation collation = new Collation(Locale.FRENCH);
  private final People people = new People();
  private OpenIndex index = OpenIndex.building(people);

  @BeforeEach
  void fill() {
    index.close();
    for (int i = 0; i < PEOPLE; i++) {
      people.put(someone(new UUID(random.nextLong(), random.nextLong())));
    }
    index = OpenIndex.ready(people);
    List<UUID> ids = people.rows.keySet().stream().sorted().toList();
    // Changes of different sizes, so that the index has deletions and several segments.
    change(ids.subList(0, 400));
    change(ids.subList(400, 420));
    change(ids.subList(420, 421));
    List<UUID> gone = ids.subList(2_000, 2_200);
    gone.forEach(people.rows::remove);
    index.index.removed("person", gone);
  }

  private void change(List<UUID> ids) {
    ids.forEach(id -> people.put(someone(id)));
    index.index.changed("person", ids);
  }

  private SearchDocument.Builder someone(UUID id) {
    SearchDocument.Builder builder = SearchDocument.of(id);
    if (random.nextInt(20) > 0) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      builder.with(People.NAME, random.nextInt(3) == 0 ? name + " " + random.nextInt(50) : name);
    }
    if (random.nextInt(3) > 0) {
      builder.with(People.COMPANY, "Firma " + random.nextInt(40));
    }
    if (random.nextInt(4) > 0) {
      builder.with(People.REVENUE, random.nextLong(-5, 5) * 1_000_000_007L);
      builder.with(People.BIRTHDAY, LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)));
    }
    return builder
        .with(
            People.CHANGED,
            Instant.ofEpochSecond(random.nextInt(1_000_000), random.nextInt(3) * 1_000L))
        .with(People.CALLABLE, random.nextBoolean())
        .with(People.STAGE, STAGES.get(random.nextInt(3)))
        .with(People.TAG, random.nextInt(10) == 0 ? "vip" : null);
  }

  @AfterEach
  void close() {
    index.close();
  }

  static List<SearchSort> everySort() {
    List<SearchSort> sorts = new ArrayList<>();
    for (SearchField<?> field : People.SCHEMA.fields()) {
      if (field.sorted()) {
        sorts.add(SearchSort.ascending(field));
        sorts.add(SearchSort.descending(field));
      }
    }
    return sorts;
  }

  @ParameterizedTest
  @MethodSource("everySort")
  void anyPageOfTheWholeListIsThatOfAPlainSortedList(SearchSort sort) {
    check(SearchQuery.all("person").sort(sort), sort, document -> true);
  }

  @ParameterizedTest
  @MethodSource("everySort")
  void anyPageOfSomeIsThatOfAPlainSortedList(SearchSort sort) {
    check(
        SearchQuery.all("person").text("mart").sort(sort),
        sort,
        document ->
            document
                .first(People.NAME)
                .map(Object::toString)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace('ä', 'a')
                .contains("mart"));
    check(
        SearchQuery.all("person").filter(Filter.is(People.TAG, "vip")).sort(sort),
        sort,
        document -> document.first(People.TAG).isPresent());
  }

  @Test
  void cursorsWalkThroughEveryOrder() {
    for (SearchSort sort : everySort()) {
      for (SearchQuery query :
          List.of(
              SearchQuery.all("person").sort(sort),
              SearchQuery.all("person").text("m").sort(sort))) {
        List<UUID> all = index.index.page(query, 0, PEOPLE).ids();
        List<UUID> walked = new ArrayList<>();
        SearchPage page = index.index.page(query, 0, 177);
        walked.addAll(page.ids());
        Optional<Cursor> next = page.next();
        while (next.isPresent()) {
          SearchPage following = index.index.pageAfter(query, next.get(), 177);
          walked.addAll(following.ids());
          next = following.next();
        }
        assertThat(walked).isEqualTo(all);
      }
    }
  }

  @Test
  void aCursorHoldsItsPlaceWhenRecordsComeAndGo() {
    SearchQuery query = SearchQuery.all("person");
    SearchPage page = index.index.page(query, 0, 100);
    List<UUID> rest = index.index.page(query, 100, 50).ids();
    page.ids().subList(0, 50).forEach(people.rows::remove);
    index.index.removed("person", page.ids());
    assertThat(index.index.pageAfter(query, page.next().orElseThrow(), 50).ids()).isEqualTo(rest);
  }

  @Test
  void totalsStopAtTheCap() {
    assertThat(index.index.page(SearchQuery.all("person"), 0, 1).total())
        .isEqualTo(new Total(people.rows.size(), true));
    assertThat(index.index.page(SearchQuery.all("person").text("zzzz"), 0, 1).total())
        .isEqualTo(new Total(0, true));
  }

  @Test
  void aSortOfAnotherKindOrAFieldThatIsNotSortedIsRefused() {
    assertThatThrownBy(() -> SearchSort.ascending(People.PHONE))
        .isInstanceOf(IllegalArgumentException.class);
    SearchSort foreign = SearchSort.ascending(SearchField.text("other").asSorted());
    assertThatThrownBy(() -> index.index.page(SearchQuery.all("person").sort(foreign), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void check(SearchQuery query, SearchSort sort, Predicate<SearchDocument> matches) {
    List<UUID> expected =
        people.rows.values().stream()
            .filter(matches)
            .sorted(reference(sort))
            .map(SearchDocument::id)
            .toList();
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(index.index.page(query, 0, PEOPLE).ids()).isEqualTo(expected);
    for (int i = 0; i < 50; i++) {
      int offset = random.nextInt(expected.size() + 10);
      SearchPage page = index.index.page(query, offset, 20);
      assertThat(page.ids())
          .isEqualTo(
              expected.subList(
                  Math.min(offset, expected.size()), Math.min(offset + 20, expected.size())));
      assertThat(page.total().count()).isEqualTo(expected.size());
      assertThat(page.next().isPresent()).isEqualTo(offset == 0 && expected.size() > 20);
    }
  }

  private Comparator<SearchDocument> reference(SearchSort sort) {
    Comparator<SearchDocument> byName =
        Comparator.comparing((SearchDocument d) -> key(d, People.NAME), SearchPagingTest::present)
            .thenComparing(SearchDocument::id);
    Comparator<SearchDocument> byKey =
        Comparator.comparing(d -> key(d, sort.field()), SearchPagingTest::present);
    Comparator<SearchDocument> ascending = byKey.thenComparing(byName);
    if (!sort.descending()) {
      return ascending;
    }
    return (a, b) -> {
      boolean both = key(a, sort.field()) != null && key(b, sort.field()) != null;
      return both ? ascending.reversed().compare(a, b) : ascending.compare(a, b);
    };
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int present(@Nullable Comparable a, @Nullable Comparable b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    return a.compareTo(b);
  }

  private @Nullable Comparable<?> key(SearchDocument document, SearchField<?> field) {
    Object value = document.first(field).orElse(null);
    if (value == null) {
      return null;
    }
    return field.type() == FieldType.TEXT
        ? collation.key((String) value)
        : Filing.number(field.type(), value);
  }
}
