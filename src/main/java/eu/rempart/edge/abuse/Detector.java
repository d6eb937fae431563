package eu.rempart.edge.abuse;

import eu.rempart.edge.limit.Sign;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Kinds of abuse that one source shows: a score above a threshold. Scores fade by half in a minute,
 * so a threshold is about so many in a minute and a half. A network around addresses (/24, /48) may
 * do {@value #NETWORK} times as much.
 */
public enum Detector {
  /** Handshakes that cost a signature each; a large office that comes to work has some hundreds. */
  HANDSHAKE_FLOOD(Sign.FULL_HANDSHAKE, 400),
  /** Connections that are opened again and again though they are refused. */
  CONNECTION_FLOOD(Sign.REFUSED, 250),
  /** Asks for pages that are not there, one after another. */
  SCAN(Sign.MISSING, 40),
  /** What it sends is neither TLS nor HTTP. */
  MALFORMED(Sign.MALFORMED, 40),
  /** Holds connections by sending as slowly as it can. */
  SLOW_PEER(Sign.SLOW, 20);

  /** How much more a network may do than an address. */
  static final int NETWORK = 4;

  private final Sign sign;
  private final float threshold;

  Detector(Sign sign, float threshold) {
    this.sign = sign;
    this.threshold = threshold;
  }

  Sign sign() {
    return sign;
  }

  /** The cause of its bans; the words are under {@code edge.cause.CAUSE}. */
  public String cause() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The thresholds by sign, that many times as high. */
  static Map<Sign, Float> thresholds(int factor) {
    Map<Sign, Float> thresholds = new EnumMap<>(Sign.class);
    for (Detector detector : values()) {
      thresholds.put(detector.sign, detector.threshold * factor);
    }
    return thresholds;
  }
}
