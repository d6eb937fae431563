package eu.rempart.company.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
import java.util.ArrayList;
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
 * What the address of the list says: search text and filters. What an address says wrongly is
 * passed over.
 */
record CompanyUrl(String text, CompanyFilter filter) {

  static CompanyUrl parse(QueryParameters parameters) {
    Map<String, List<String>> all = parameters.getParameters();
    return new CompanyUrl(
        parameters.getSingleParameter("q").orElse(""),
        new CompanyFilter(
            set(all, "type", CompanyUrl::type),
            set(all, "size", CompanySize::of),
            set(all, "country", Optional::of),
            set(all, "owner", CompanyUrl::uuid),
            flag(all, "email")));
  }

  QueryParameters parameters() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    put(all, "q", text.isEmpty() ? List.of() : List.of(text));
    put(all, "type", filter.types());
    put(all, "size", filter.sizes().stream().map(CompanySize::range).toList());
    put(all, "country", filter.countries());
    put(all, "owner", filter.owners());
    put(all, "email", filter.withEmail() == null ? List.of() : List.of(filter.withEmail()));
    return new QueryParameters(all);
  }

  private static void put(Map<String, List<String>> all, String key, Collection<?> values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.toString()));
    texts.sort(null);
    if (!texts.isEmpty()) {
      all.put(key, texts);
    }
  }

  private static <T> Set<T> set(
      Map<String, List<String>> all, String key, Function<String, Optional<T>> parse) {
    return all.getOrDefault(key, List.of()).stream()
        .flatMap(value -> parse.apply(value).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<CompanyType> type(String text) {
    return Arrays.stream(CompanyType.values()).filter(t -> t.name().equals(text)).findFirst();
  }

  private static @Nullable Boolean flag(Map<String, List<String>> all, String key) {
    List<String> values = all.getOrDefault(key, List.of());
    return values.isEmpty() ? null : Boolean.valueOf(values.getFirst());
  }

  /** What is searched for is customer data. */
  @Override
  public String toString() {
    return "CompanyUrl[hidden]";
  }
}
