package eu.rempart.db;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptTable;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.QOM;

/**
 * Tells of records that members archive. It hears every statement, so that no room has to think of
 * it: rows that are deleted are what goes to the bin. Rows of links, which are deleted whenever
 * somebody edits them, are no records.
 */
final class ArchivedRows implements ExecuteListener {

  private static final long serialVersionUID = 1L;

  private static final Set<String> RECORDS =
      KeptTables.all().stream()
          .filter(ArchivedRows::isRecord)
          .map(KeptTable::name)
          .collect(Collectors.toUnmodifiableSet());

  private final transient ActorSource actors;
  private final transient Consumer<RowsArchived> told;

  ArchivedRows(ActorSource actors, Consumer<RowsArchived> told) {
    this.actors = actors;
    this.told = told;
  }

  /** It stands by itself, or says something. */
  private static boolean isRecord(KeptTable<?, ?, ?> table) {
    return table.belongsTo().isEmpty()
        || table.businessColumns().stream().anyMatch(column -> column.sealed() != null);
  }

  @Override
  public void executeEnd(ExecuteContext context) {
    if (context.query() instanceof QOM.Delete<?> delete && context.rows() > 0) {
      String kind = delete.$from().getName();
      int rows = context.rows();
      if (RECORDS.contains(kind)) {
        actors
            .current()
            .map(Actor::memberId)
            .ifPresent(member -> tell(new RowsArchived(member, kind, rows)));
      }
    }
  }

  private void tell(RowsArchived archived) {
    AfterCommit.run(() -> told.accept(archived));
  }
}
