package eu.rempart.search;

import eu.rempart.search.question.SearchField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the index is to know about one record. Prints its id only: the values are customer data. */
public final class SearchDocument {

  private final UUID id;
  private final List<SearchField<?>> fields;
  private final List<Object> values;

  private SearchDocument(UUID id, List<SearchField<?>> fields, List<Object> values) {
    this.id = id;
    this.fields = fields;
    this.values = values;
  }

  public static Builder of(UUID id) {
    return new Builder(id);
  }

  public UUID id() {
    return id;
  }

  /** The first value of a field, the one that it is sorted by. */
  Optional<Object> first(SearchField<?> field) {
    for (int i = 0; i < values.size(); i++) {
      if (fields.get(i).name().equals(field.name())) {
        return Optional.of(values.get(i));
      }
    }
    return Optional.empty();
  }

  void forEach(BiConsumer<SearchField<?>, Object> action) {
    for (int i = 0; i < values.size(); i++) {
      action.accept(fields.get(i), values.get(i));
    }
  }

  @Override
  public String toString() {
    return "SearchDocument[" + id + "]";
  }

  /**
   * Collects values; a value that is null or blank is left out, a field named again gets one more
   * value.
   */
  public static final class Builder {
    private final UUID id;
    private final List<SearchField<?>> fields = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private Builder(UUID id) {
      this.id = id;
    }

    public <T> Builder with(SearchField<T> field, @Nullable T value) {
      if (value != null && !(value instanceof String text && text.isBlank())) {
        fields.add(field);
        values.add(value);
      }
      return this;
    }

    public <T> Builder withAll(SearchField<T> field, Iterable<? extends T> all) {
      all.forEach(value -> with(field, value));
      return this;
    }

    public SearchDocument build() {
      return new SearchDocument(id, fields, values);
    }
  }
}
