package eu.rempart.watch.probe;

import eu.rempart.watch.wire.RequestSeal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a request is, whose signature is right. An agent signs each of its requests with a higher
 * number, and each of its starts has a name of its own: so two places that use one key are seen as
 * soon as both have spoken, and what is sent once more is not taken for a second place.
 */
enum Turnout {
  FRESH,
  /** Its moment is not of now. */
  CLOCK,
  /** It was taken before, or came after a later one. */
  REPLAYED,
  /** Somebody signed it who does not know of the latest. */
  COPIED;

  /** So far an agent's clock may be off. */
  static final Duration NEAR = Duration.ofMinutes(5);

  static Turnout of(Contact last, RequestSeal seal, Instant now) {
    if (Duration.between(seal.moment(), now).abs().compareTo(NEAR) > 0) {
      return CLOCK;
    }
    if (seal.sequence() <= last.sequence()) {
      // a copy of a request is no younger than the latest that was taken
      Instant latest = last.moment();
      boolean younger = latest != null && seal.moment().isAfter(latest);
      return younger ? COPIED : REPLAYED;
    }
    UUID boot = seal.boot();
    boolean former = last.boots().contains(boot) && !last.boots().getLast().equals(boot);
    return former ? COPIED : FRESH;
  }
}
