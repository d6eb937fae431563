package eu.rempart.edge.limit;

import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;

/**
 * How much of an address names a source.
 *
 * @param bits4 of IPv4 within IPv6, 96 to 128
 * @param bits6 of IPv6, 0 to 64
 */
record Cut(int bits4, int bits6) {

  /** The high half of what names a source. */
  long high(long h, long l) {
    return Source.isIpv4(h, l) || isAlone(h) ? h : h & Prefix.highMask(bits6);
  }

  long low(long h, long l) {
    if (Source.isIpv4(h, l)) {
      return l & Prefix.lowMask(bits4);
    }
    return isAlone(h) ? l : 0;
  }

  /** Of IPv6, with all of IPv4 around it, as {@code ::1}: see {@link Prefix#fine}. */
  private boolean isAlone(long h) {
    return (h & Prefix.highMask(bits6)) == 0;
  }

  /** Where a source, cut by the two methods above, belongs. */
  long hash(long h, long l) {
    return Mixing.of(h, l, bits6);
  }

  /** The network that a source, cut so, is. */
  Prefix prefix(long h, long l) {
    return new Prefix(h, l, Source.isIpv4(h, l) ? bits4 : isAlone(h) ? 128 : bits6);
  }
}
