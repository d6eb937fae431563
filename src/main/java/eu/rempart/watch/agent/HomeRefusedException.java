package eu.rempart.watch.agent;

import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** Home answered, and does not want what it was sent. */
final class HomeRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Exchange.No no;

  HomeRefusedException(Exchange.No no) {
    super(no.words());
    this.no = no;
  }

  /** The reason; empty if it is one of a later version. */
  Optional<Refusal> reason() {
    return Arrays.stream(Refusal.values())
        .filter(each -> each.key().equals(no.reason()))
        .findFirst();
  }

  /** What home says of it. */
  String words() {
    return no.words();
  }

  /** Home's clock. */
  Instant now() {
    return Instant.EPOCH.plus(no.now(), ChronoUnit.MICROS);
  }
}
