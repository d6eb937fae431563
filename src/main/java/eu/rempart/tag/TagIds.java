package eu.rempart.tag;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between the tags of a record and the column that holds their ids. */
public final class TagIds {

  private TagIds() {}

  public static Set<UUID> of(UUID @Nullable [] column) {
    return column == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(column));
  }

  /** Null where there are none; sorted, so that the same tags are the same value. */
  public static UUID @Nullable [] column(Set<UUID> tags) {
    return tags.isEmpty() ? null : tags.stream().sorted().toArray(UUID[]::new);
  }
}
