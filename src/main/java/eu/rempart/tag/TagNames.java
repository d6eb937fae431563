package eu.rempart.tag;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What tags are called, for the index, which sorts by it: it reads with the key and for everybody.
 * Rooms ask {@link TagService}.
 */
@Component
public class TagNames {

  /** The table that tells of a changed name, and of a tag that went to the bin. */
  public static final String TABLE = "tag";

  private final TagRepository repository;

  TagNames(TagRepository repository) {
    this.repository = repository;
  }

  /**
   * The names of those of these that are there.
   *
   * @param columns of each record the column that holds its tags
   */
  public Map<UUID, String> of(Stream<UUID @Nullable []> columns) {
    Set<UUID> ids =
        columns.flatMap(column -> TagIds.of(column).stream()).collect(Collectors.toSet());
    Map<UUID, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      repository.findAll(ids).forEach(tag -> names.put(tag.id().value(), tag.name()));
    }
    return names;
  }

  /** The names of the tags of one record as a list shows them: in their order, on one line. */
  public static String line(Collection<UUID> tags, Map<UUID, String> names) {
    return tags.stream()
        .map(names::get)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(TagRules::key))
        .collect(Collectors.joining(", "));
  }
}
