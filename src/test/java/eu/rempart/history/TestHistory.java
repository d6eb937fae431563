package eu.rempart.history;

import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.TestSealing;

/** The room without Spring. */
public final class TestHistory {

  private TestHistory() {}

  /** The service on this database, in the name of this viewer. */
  public static HistoryService service(TestDatabase database, Writes writes, Viewer viewer) {
    return service(database, writes, viewer, TestKinds.all());
  }

  /** As {@link #service(TestDatabase, Writes, Viewer)}, for other kinds of records. */
  public static HistoryService service(
      TestDatabase database, Writes writes, Viewer viewer, RecordKinds kinds) {
    return new HistoryService(
        new HistoryQueries(database.app(), new TestSealing()), kinds, writes, viewer);
  }
}
