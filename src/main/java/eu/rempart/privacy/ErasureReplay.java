package eu.rempart.privacy;

import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down whom the ledger alone knows to be erased, and erases anew, at every start, whomever a
 * restored backup brought back. What fails here is told in the log, each by itself: a server that
 * does not start would protect nobody.
 */
@Component
class ErasureReplay {

  private static final Logger LOG = LoggerFactory.getLogger(ErasureReplay.class);

  private final ErasedRecords erased;
  private final PersonQueries queries;
  private final Writes writes;

  ErasureReplay(ErasedRecords erased, PersonQueries queries, Writes writes) {
    this.erased = erased;
    this.queries = queries;
    this.writes = writes;
  }

  @EventListener(ApplicationReadyEvent.class)
  void run() {
    completeFromLedger();
    int again = 0;
    int others = 0;
    try {
      for (String line : erased.all()) {
        again += again(() -> queries.eraseAgain(PersonQueries.KIND, UUID.fromString(line)));
      }
      for (String line : erased.others()) {
        others += again(() -> queries.eraseAgain(JsonMapper.shared().readTree(line)));
      }
    } catch (UncheckedIOException e) {
      LOG.error("who was erased could not be read: after a restore they may be back", e);
    }
    if (again + others > 0) {
      LOG.warn(
          "erased {} people again whom a restored backup had brought back, and {} records of"
              + " others",
          again,
          others);
    }
  }

  /** Between an erasure and its line outside of the database the process may have ended. */
  private void completeFromLedger() {
    try {
      int missing = erased.addMissing(queries.erasedByLedger());
      if (missing > 0) {
        LOG.warn("{} records that were erased, as the ledger says, are written down now", missing);
      }
    } catch (RuntimeException e) {
      LOG.error("whom the ledger says to be erased could not be written down: {}", cause(e));
    }
  }

  /** A line of which nothing can be made, such as of a table that is no more, stops no start. */
  private int again(BooleanSupplier erase) {
    try {
      boolean back =
          writes.inTransaction(
              Actor.SYSTEM,
              Reason.ofMany(PrivacyService.ERASURE),
              UUID.randomUUID(),
              change -> erase.getAsBoolean());
      return back ? 1 : 0;
    } catch (RuntimeException e) {
      // without its message, which quotes the line
      LOG.error("an erasure could not be repeated: {}", cause(e));
      return 0;
    }
  }

  private static String cause(RuntimeException e) {
    String name = e.getClass().getName();
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        return name + ", SQL state " + sql.getSQLState();
      }
    }
    return name;
  }
}
