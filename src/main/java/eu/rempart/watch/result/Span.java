package eu.rempart.watch.result;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Over how long results are added up. Both begin by UTC. */
enum Span {
  HOUR("H", ChronoUnit.HOURS),
  DAY("D", ChronoUnit.DAYS);

  private final String code;
  private final ChronoUnit unit;

  Span(String code, ChronoUnit unit) {
    this.code = code;
    this.unit = unit;
  }

  /** As in the database. */
  String code() {
    return code;
  }

  Instant begin(Instant at) {
    return at.truncatedTo(unit);
  }
}
