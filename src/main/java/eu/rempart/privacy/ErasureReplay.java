package eu.rempart.privacy;

import eu.rempart.db.Actor;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Erases anew, at every start, whomever a restored backup brought back. */
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
    int again = 0;
    for (UUID record : erased.all()) {
      again += again(() -> queries.eraseAgain(PersonQueries.KIND, record));
    }
    int others = 0;
    for (String line : erased.others()) {
      others += again(() -> queries.eraseAgain(JsonMapper.shared().readTree(line)));
    }
    if (again + others > 0) {
      LOG.warn(
          "erased {} people again whom a restored backup had brought back, and {} records of others",
          again,
          others);
    }
  }

  private int again(BooleanSupplier erase) {
    boolean back =
        writes.inTransaction(
            Actor.SYSTEM,
            new Reason(PrivacyService.ERASURE),
            UUID.randomUUID(),
            change -> erase.getAsBoolean());
    return back ? 1 : 0;
  }
}
