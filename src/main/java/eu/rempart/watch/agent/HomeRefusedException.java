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
  private final boolean signed;

  /**
   * @param signed whether home said so, and not somebody on the way
   */
  HomeRefusedException(Exchange.No no, boolean signed) {
    super(no.words());
    this.no = no;
    this.signed = signed;
  }

  /** Whether home said so for sure: else nothing is to be stopped because of it. */
  boolean signed() {
    return signed;
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
