package eu.rempart.contact.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.LawfulBasis;
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
record ContactUrl(String text, ContactFilter filter) {

  static ContactUrl parse(QueryParameters parameters) {
    Map<String, List<String>> all = parameters.getParameters();
    return new ContactUrl(
        parameters.getSingleParameter("q").orElse(""),
        new ContactFilter(
            set(all, "company", ContactUrl::uuid).stream()
                .map(CompanyId::new)
                .collect(Collectors.toSet()),
            set(all, "country", Optional::of),
            set(all, "language", Optional::of),
            set(all, "owner", ContactUrl::uuid),
            set(all, "basis", ContactUrl::basis),
            flag(all, "email"),
            flag(all, "nocall")));
  }

  QueryParameters parameters() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    put(all, "q", text.isEmpty() ? List.of() : List.of(text));
    put(all, "company", filter.companies());
    put(all, "country", filter.countries());
    put(all, "language", filter.languages());
    put(all, "owner", filter.owners());
    put(all, "basis", filter.lawfulBases());
    put(all, "email", filter.withEmail() == null ? List.of() : List.of(filter.withEmail()));
    put(all, "nocall", filter.doNotCall() == null ? List.of() : List.of(filter.doNotCall()));
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

  private static Optional<LawfulBasis> basis(String text) {
    return Arrays.stream(LawfulBasis.values()).filter(b -> b.name().equals(text)).findFirst();
  }

  private static @Nullable Boolean flag(Map<String, List<String>> all, String key) {
    List<String> values = all.getOrDefault(key, List.of());
    return values.isEmpty() ? null : Boolean.valueOf(values.getFirst());
  }

  /** What is searched for is customer data. */
  @Override
  public String toString() {
    return "ContactUrl[hidden]";
  }
}
