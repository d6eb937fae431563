package eu.rempart.customfield;

import eu.rempart.common.custom.CustomText;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.history.ColumnParts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets the history of a record tell of each of its custom fields by itself. */
public final class CustomParts implements ColumnParts {

  /** The column of every record that has custom fields. */
  public static final String COLUMN = "custom";

  private static final CustomParts PARTS = new CustomParts();

  private CustomParts() {}

  /** The parts of this column; none where it is another one. */
  public static Optional<ColumnParts> of(String column) {
    return column.equals(COLUMN) ? Optional.of(PARTS) : Optional.empty();
  }

  @Override
  public Map<String, String> split(@Nullable String text) {
    Map<String, String> parts = new HashMap<>();
    CustomText.values(text).byId().forEach((id, value) -> parts.put(id.toString(), value));
    return parts;
  }

  @Override
  public @Nullable String join(Map<String, String> parts) {
    Map<UUID, String> values = new HashMap<>();
    parts.forEach((id, value) -> values.put(UUID.fromString(id), value));
    return CustomText.write(new CustomValues(values));
  }
}
