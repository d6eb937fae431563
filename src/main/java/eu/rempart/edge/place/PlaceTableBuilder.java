package eu.rempart.edge.place;

import eu.rempart.tls.gate.Source;
import java.util.Arrays;

/** Collects networks in the order of their addresses and merges neighbours of the same place. */
final class PlaceTableBuilder {

  private int[] start4 = new int[1 << 12];
  private short[] place4 = new short[1 << 12];
  private int count4;
  private long[] startHigh = new long[1 << 12];
  private long[] startLow = new long[1 << 12];
  private short[] place6 = new short[1 << 12];
  private int count6;

  /** The first addresses after what was added last; past the end where the last one is reached. */
  private long next4;

  private long nextHigh;
  private long nextLow;
  private boolean full6;

  /**
   * Adds a network.
   *
   * @param bits the length of its prefix: 0 to 32 for IPv4, 0 to 128 for IPv6
   * @param place a {@link Place#index}
   * @throws IllegalArgumentException unless it lies behind all that were added before
   */
  void add(Source network, int bits, int place) {
    if (network.isIpv4()) {
      addIpv4(network.low() & 0xffff_ffffL, bits, (short) place);
    } else {
      addIpv6(network, bits, (short) place);
    }
  }

  private void addIpv4(long start, int bits, short place) {
    if (start < next4) {
      throw new IllegalArgumentException("networks of IPv4 out of order");
    }
    if (start > next4) {
      append4(next4, (short) Place.UNKNOWN_INDEX);
    }
    append4(start, place);
    next4 = start + (1L << (32 - bits));
  }

  private void append4(long start, short place) {
    if (count4 > 0 && place4[count4 - 1] == place) {
      return;
    }
    if (count4 == start4.length) {
      start4 = Arrays.copyOf(start4, 2 * count4);
      place4 = Arrays.copyOf(place4, 2 * count4);
    }
    start4[count4] = (int) start;
    place4[count4++] = place;
  }

  private void addIpv6(Source start, int bits, short place) {
    int order = Long.compareUnsigned(start.high(), nextHigh);
    if (order == 0) {
      order = Long.compareUnsigned(start.low(), nextLow);
    }
    if (full6 || order < 0) {
      throw new IllegalArgumentException("networks of IPv6 out of order");
    }
    if (order > 0) {
      append6(nextHigh, nextLow, (short) Place.UNKNOWN_INDEX);
    }
    append6(start.high(), start.low(), place);
    long low = bits <= 64 ? 0 : start.low() + (1L << (128 - bits));
    boolean carry = bits <= 64 || low == 0;
    long step = bits == 0 || bits > 64 ? 1 : 1L << (64 - bits);
    nextLow = low;
    nextHigh = carry ? start.high() + step : start.high();
    full6 = bits == 0 || (carry && nextHigh == 0);
  }

  private void append6(long high, long low, short place) {
    if (count6 > 0 && place6[count6 - 1] == place) {
      return;
    }
    if (count6 == startHigh.length) {
      startHigh = Arrays.copyOf(startHigh, 2 * count6);
      startLow = Arrays.copyOf(startLow, 2 * count6);
      place6 = Arrays.copyOf(place6, 2 * count6);
    }
    startHigh[count6] = high;
    startLow[count6] = low;
    place6[count6++] = place;
  }

  PlaceTable build() {
    if (next4 < 1L << 32) {
      append4(next4, (short) Place.UNKNOWN_INDEX);
    }
    if (!full6) {
      append6(nextHigh, nextLow, (short) Place.UNKNOWN_INDEX);
    }
    return new PlaceTable(
        Arrays.copyOf(start4, count4),
        Arrays.copyOf(place4, count4),
        Arrays.copyOf(startHigh, count6),
        Arrays.copyOf(startLow, count6),
        Arrays.copyOf(place6, count6));
  }
}
