package eu.rempart.watch.probe;

import eu.rempart.watch.wire.Exchange.Refused;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of results that an agent delivered.
 *
 * @param taken the number of the latest that home needs no more
 * @param lost how many the agent had dropped among them
 * @param refused those among them that were not taken
 * @param behindFrom the oldest that is still to be delivered; null if the agent is not late
 * @param behindSince since when it is late; null if it is not
 */
record Delivery(
    long taken,
    long lost,
    List<Refused> refused,
    @Nullable Instant behindFrom,
    @Nullable Instant behindSince,
    double agreed,
    double alone) {

  /** Whether the agent is to come again at once. */
  boolean more() {
    return behindFrom != null;
  }
}
