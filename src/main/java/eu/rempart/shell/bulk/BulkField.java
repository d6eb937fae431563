package eu.rempart.shell.bulk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import eu.rempart.shell.field.CheckedInput;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A field that can be set in many records at once.
 *
 * @param column its column in SQL, or a part of one, as the history calls it
 * @param key what lists call the column that shows it
 * @param label for people
 * @param input a new, labelled input for its value; a {@link Component}
 * @param step sets this value; null, or an empty text, empties the field
 */
public record BulkField<V>(
    String column,
    String key,
    String label,
    Supplier<HasValue<?, V>> input,
    Function<@Nullable V, ToIntFunction<List<UUID>>> step) {

  /** One whose column lists call as SQL does, without what marks an id. */
  public BulkField(
      String column,
      String label,
      Supplier<HasValue<?, V>> input,
      Function<@Nullable V, ToIntFunction<List<UUID>>> step) {
    this(column, column.replaceFirst("_id$", ""), label, input, step);
  }

  /** An input and what comes of its value; keeps the type between the two. */
  Filled<V> fill() {
    return new Filled<>(input.get(), step);
  }

  /** An input that is shown. */
  record Filled<V>(HasValue<?, V> value, Function<@Nullable V, ToIntFunction<List<UUID>>> step) {

    /** Shows what the field holds now, which is of the type of its input. */
    @SuppressWarnings("unchecked")
    void show(@Nullable Object now) {
      if (now != null) {
        value.setValue((V) now);
      }
    }

    Component component() {
      return (Component) value;
    }

    /** Whether what is filled in can be kept; else the input says what is wrong. */
    boolean check() {
      return !(value instanceof CheckedInput input) || input.check();
    }

    ToIntFunction<List<UUID>> chosen() {
      return step.apply(value.isEmpty() ? null : value.getValue());
    }
  }
}
