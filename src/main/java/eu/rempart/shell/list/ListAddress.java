package eu.rempart.shell.list;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.common.CountryCode;
import eu.rempart.search.rule.Rule;
import eu.rempart.search.rule.RuleText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the question mark in the address of a list: the number of a text, order and
 * filters. What an address says wrongly is passed over.
 */
public final class ListAddress {

  /** The number that {@link SearchMemo} has for the text, which no address holds itself. */
  public static final String TEXT = "found";

  private static final String SORT = "sort";
  private static final String RULE = "rule";
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  /** Keys that every list has, whatever its filters. */
  public static final Set<String> OWN = Set.of(TEXT, SORT, RULE);

  private final Map<String, List<String>> all;
  private final SearchMemo memo;

  private ListAddress(Map<String, List<String>> all, SearchMemo memo) {
    this.all = all;
    this.memo = memo;
  }

  public static ListAddress parse(QueryParameters parameters, SearchMemo memo) {
    return new ListAddress(parameters.getParameters(), memo);
  }

  /** An address to add filters to. */
  public static ListAddress of(String text, Optional<RecordQuery.Sort> sort, SearchMemo memo) {
    var address = new ListAddress(new LinkedHashMap<>(), memo);
    return address
        .with(TEXT, text.isEmpty() ? List.of() : List.of(memo.keep(text)))
        .with(
            SORT,
            sort.map(order -> (order.descending() ? "-" : "") + order.column()).stream().toList());
  }

  public String text() {
    return memo.recall(all.getOrDefault(TEXT, List.of("")).getFirst());
  }

  /** Further conditions, which no address holds itself. */
  public Rule rule() {
    return RuleText.read(memo.recall(all.getOrDefault(RULE, List.of("")).getFirst()));
  }

  public ListAddress with(Rule rule) {
    return rule.isEmpty() ? this : with(RULE, List.of(memo.keep(RuleText.write(rule))));
  }

  /** The order; whether the list knows its column is for the list to say. */
  public Optional<RecordQuery.Sort> sort() {
    return all.getOrDefault(SORT, List.of()).stream()
        .findFirst()
        .filter(order -> !order.isEmpty())
        .map(
            order ->
                order.startsWith("-")
                    ? new RecordQuery.Sort(order.substring(1), true)
                    : new RecordQuery.Sort(order, false));
  }

  /** Those values of a filter that {@code parse} understands. */
  public <T> Set<T> set(String key, Function<String, Optional<T>> parse) {
    return all.getOrDefault(key, List.of()).stream()
        .flatMap(value -> parse.apply(value).stream())
        .collect(Collectors.toSet());
  }

  /** Null where the address says no day that people mean. */
  public @Nullable LocalDate day(String key) {
    return set(key, ListAddress::date).stream().findFirst().orElse(null);
  }

  /** Null where the address does not say. */
  public @Nullable Boolean flag(String key) {
    List<String> values = all.getOrDefault(key, List.of());
    return values.isEmpty() ? null : Boolean.valueOf(values.getFirst());
  }

  public ListAddress with(String key, Collection<?> values) {
    if (!values.isEmpty()) {
      all.put(key, values.stream().map(Object::toString).sorted().toList());
    }
    return this;
  }

  public ListAddress with(String key, @Nullable Boolean flag) {
    return flag == null ? this : with(key, List.of(flag));
  }

  public QueryParameters parameters() {
    return new QueryParameters(all);
  }

  public static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A day of years that people mean: others are beyond what can be counted with. */
  public static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** The letters of a country that there is. */
  public static Optional<String> country(String text) {
    return CountryCode.parse(text).map(CountryCode::value);
  }

  public static <E extends Enum<E>> Function<String, Optional<E>> choice(Class<E> type) {
    return text ->
        Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(text)).findFirst();
  }

  /** What is searched for is customer data. */
  @Override
  public String toString() {
    return "ListAddress[hidden]";
  }
}
