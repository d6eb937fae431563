package eu.rempart.edge.abuse;

import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Kinds of abuse that one source shows: a score above a threshold. Scores fade by half in a minute,
 * so a threshold is about so many in a minute and a half. A network around addresses (/24, /48) may
 * do {@value #NETWORK} times as much.
 */
public enum Detector {
  /** Handshakes that are begun and left, each of which may have cost a signature. */
  UNFINISHED_HANDSHAKES(Sign.UNFINISHED, Limit.DETECT_UNFINISHED),
  /** Handshakes that cost a signature each; a large office that comes to work has some hundreds. */
  HANDSHAKE_FLOOD(Sign.FULL_HANDSHAKE, Limit.DETECT_HANDSHAKES),
  /** Connections that are opened again and again though they are refused. */
  CONNECTION_FLOOD(Sign.REFUSED, Limit.DETECT_CONNECTIONS),
  /** Asks for pages that are not there, one after another. */
  SCAN(Sign.MISSING, Limit.DETECT_SCAN),
  /** What it sends is neither TLS nor HTTP. */
  MALFORMED(Sign.MALFORMED, Limit.DETECT_MALFORMED),
  /** Holds connections by sending as slowly as it can. */
  SLOW_PEER(Sign.SLOW, Limit.DETECT_SLOW);

  /** How much more a network may do than an address. */
  static final int NETWORK = 4;

  private final Sign sign;
  private final Limit limit;

  Detector(Sign sign, Limit limit) {
    this.sign = sign;
    this.limit = limit;
  }

  Sign sign() {
    return sign;
  }

  /** The cause of its bans; the words are under {@code edge.cause.CAUSE}. */
  public String cause() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Those that are answered so. */
  static List<Detector> answered(Answer answer, EdgeSettings settings) {
    return Arrays.stream(values())
        .filter(detector -> settings.answer(detector.limit) == answer)
        .toList();
  }

  /** The thresholds of some by sign, that many times as high. */
  static Map<Sign, Float> thresholds(List<Detector> some, EdgeSettings settings, int factor) {
    Map<Sign, Float> thresholds = new EnumMap<>(Sign.class);
    for (Detector detector : some) {
      thresholds.put(detector.sign, (float) settings.of(detector.limit) * factor);
    }
    return thresholds;
  }
}
