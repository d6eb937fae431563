package eu.rempart.shell.list;

import com.vaadin.flow.router.QueryParameters;
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
 * What stands behind the question mark in the address of a list: text, order and filters. What an
 * address says wrongly is passed over.
 */
public final class ListAddress {

  private static final String TEXT = "q";
  private static final String SORT = "sort";

  private final Map<String, List<String>> all;

  private ListAddress(Map<String, List<String>> all) {
    this.all = all;
  }

  public static ListAddress parse(QueryParameters parameters) {
    return new ListAddress(parameters.getParameters());
  }

  /** An address to add filters to. */
  public static ListAddress of(String text, Optional<RecordQuery.Sort> sort) {
    var address = new ListAddress(new LinkedHashMap<>());
    return address
        .with(TEXT, text.isEmpty() ? List.of() : List.of(text))
        .with(
            SORT,
            sort.map(order -> (order.descending() ? "-" : "") + order.column()).stream().toList());
  }

  public String text() {
    return all.getOrDefault(TEXT, List.of("")).getFirst();
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
