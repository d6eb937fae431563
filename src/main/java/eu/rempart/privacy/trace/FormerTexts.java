package eu.rempart.privacy.trace;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordRef;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which former versions of a record name a person, and what stands in their place today. */
@Component
public class FormerTexts {

  private final TraceQueries queries;
  private final TraceReader reader;

  FormerTexts(TraceQueries queries, TraceReader reader) {
    this.queries = queries;
    this.reader = reader;
  }

  /**
   * The former texts of one record.
   *
   * @param changed when those versions were written, which tells them from all others
   * @param kept the columns that named the person, as they are sealed today, in Base64, be it live
   *     or in the bin
   */
  public record Former(List<String> changed, Map<String, @Nullable String> kept) {}

  /** By what a person is and was named. */
  public PersonNames names(UUID person) {
    return reader.names(person);
  }

  /**
   * To be called before the person is erased. What is certain goes; where nothing is, and an
   * administrator chose it all the same, what is likely.
   */
  public Former of(RecordRef record, PersonNames names) {
    KeptTable<?, ?, ?> table = KeptTables.of(record.kind());
    List<UUID> one = List.of(record.id());
    Map<KeptRow, Map<String, Naming>> naming = new LinkedHashMap<>();
    for (KeptRow row : queries.rows(table, table.history(), "id", one)) {
      Map<String, Naming> columns = reader.columns(row, names);
      if (!columns.isEmpty()) {
        naming.put(row, columns);
      }
    }
    boolean certain = naming.values().stream().anyMatch(each -> each.containsValue(Naming.SURE));
    List<String> changed = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    naming.forEach(
        (row, its) -> {
          if (!certain || its.containsValue(Naming.SURE)) {
            changed.add(String.valueOf(row.moment("changed_at")));
            columns.addAll(its.keySet());
          }
        });
    Map<String, @Nullable String> kept = new LinkedHashMap<>();
    List<KeptRow> now = queries.rows(table, table.live(), "id", one);
    for (KeptRow row : now.isEmpty() ? queries.rows(table, table.archive(), "id", one) : now) {
      for (String column : columns) {
        byte @Nullable [] sealed = row.ciphertext(column);
        kept.put(column, sealed == null ? null : Base64.getEncoder().encodeToString(sealed));
      }
    }
    return new Former(changed, kept);
  }
}
