package eu.rempart.edge.limit;

import eu.rempart.tls.gate.Prefix;

/**
 * What is known of a source.
 *
 * @param prefix the source: an address of IPv4, a /64 of IPv6
 * @param atOnce connections it has now
 * @param scores one for each {@link Sign}, faded until now
 */
@SuppressWarnings("ArrayRecordComponent") // a snapshot, never compared
public record SourceFacts(Prefix prefix, int atOnce, float[] scores) {

  static SourceFacts of(Cells cells, int cell, long now) {
    float[] left = new float[Sign.COUNT];
    for (Sign sign : Sign.values()) {
      left[sign.index()] = cells.score(cell, sign, now);
    }
    return new SourceFacts(cells.prefix(cell), cells.atOnce(cell), left);
  }

  /** How often it did this lately, each time counting half after a minute. */
  public float score(Sign sign) {
    return scores[sign.index()];
  }
}
