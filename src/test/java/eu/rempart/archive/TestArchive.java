package eu.rempart.archive;

import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.history.TestHistory;
import eu.rempart.history.TestKinds;
import eu.rempart.history.Viewer;
import java.time.Clock;

/** The room without Spring. */
public record TestArchive(ArchiveService archive, PurgeService purges) {

  /** The services on this database, in the name of this viewer. */
  public static TestArchive services(
      TestDatabase database, Writes writes, Viewer viewer, Clock clock) {
    ArchiveQueries queries = new ArchiveQueries(database.app(), new TestSealing());
    Bin bin = new Bin(queries, TestKinds.all(), TestHistory.service(database, writes, viewer));
    return new TestArchive(
        new ArchiveService(queries, bin, writes, viewer),
        new PurgeService(queries, writes, viewer, _ -> {}, clock));
  }
}
