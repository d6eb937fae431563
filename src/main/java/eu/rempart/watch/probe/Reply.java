package eu.rempart.watch.probe;

import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an agent, or a stranger, is answered.
 *
 * @param body JSON; not copied
 * @param signature home's; null where nobody would believe it
 */
// compared by nobody
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, byte[] body, @Nullable String signature) {

  /** A refusal, which home does not sign: whoever asked may be anybody, and has to ask again. */
  static Reply no(Refusal refusal, Instant now) {
    return new Reply(refusal.status(), body(refusal, now), null);
  }

  static byte[] body(Refusal refusal, Instant now) {
    return Json.write(new Exchange.No(refusal.key(), refusal.words(), micros(now)));
  }

  /** As agents are told moments. */
  static long micros(Instant now) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, now);
  }
}
