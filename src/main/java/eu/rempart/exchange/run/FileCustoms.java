package eu.rempart.exchange.run;

import eu.rempart.common.custom.CustomField;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's own fields that a file has columns for: one that is renamed while the file is
 * read goes on by its id; of one that is archived its rows tell. For one file, on one thread.
 */
final class FileCustoms {

  private final Supplier<List<CustomField>> fields;
  private @Nullable Set<UUID> live;

  /**
   * Asks for the fields once a row of a batch has one.
   *
   * @param fields all that are not in the bin now
   */
  FileCustoms(Supplier<List<CustomField>> fields) {
    this.fields = fields;
  }

  /** Looks again which fields there are. */
  void nextBatch() {
    live = null;
  }

  /** The row, which tells where a field that it has was archived meanwhile. */
  ImportedRow told(ImportedRow row) {
    Set<UUID> named = row.ownFields();
    return named.isEmpty() || live().containsAll(named)
        ? row
        : row.with(ProblemCode.FIELD_ARCHIVED);
  }

  private Set<UUID> live() {
    Set<UUID> known = live;
    if (known == null) {
      known = fields.get().stream().map(CustomField::id).collect(Collectors.toSet());
      live = known;
    }
    return known;
  }
}
