package eu.rempart.edge.place;

import eu.rempart.tls.gate.Source;

/**
 * The places of all addresses as sorted arrays, about 5 MB for the bundled file. A look-up reads a
 * page of the first 16 bits and a few entries behind it; it allocates nothing. Immutable.
 */
public final class PlaceTable {

  /** Knows no place. */
  static final PlaceTable EMPTY = new PlaceTableBuilder().build();

  private static final int PAGES = 1 << 16;

  /** First addresses of the ranges, ordered; a range ends where the next one begins. */
  private final int[] start4;

  private final short[] place4;
  private final int[] page4;
  private final long[] startHigh;
  private final long[] startLow;
  private final short[] place6;
  private final int[] page6;

  /** The arrays are the table's from now on; each must begin with the first address there is. */
  PlaceTable(int[] start4, short[] place4, long[] startHigh, long[] startLow, short[] place6) {
    this.start4 = start4;
    this.place4 = place4;
    this.startHigh = startHigh;
    this.startLow = startLow;
    this.place6 = place6;
    this.page4 = new int[PAGES + 1];
    this.page6 = new int[PAGES + 1];
    for (int page = 0, i4 = 0, i6 = 0; page <= PAGES; page++) {
      while (i4 < start4.length && (start4[i4] >>> 16) < page) {
        i4++;
      }
      while (i6 < startHigh.length && (startHigh[i6] >>> 48) < page) {
        i6++;
      }
      page4[page] = i4;
      page6[page] = i6;
    }
  }

  /** How many ranges of addresses it holds. */
  public int ranges() {
    return start4.length + startHigh.length;
  }

  /** The {@link Place#index} of an address as {@link Source} writes it. */
  public int of(long high, long low) {
    return Source.isIpv4(high, low) ? ofIpv4((int) low) : ofIpv6(high, low);
  }

  private int ofIpv4(int address) {
    int page = address >>> 16;
    // the range that covers the page's first address begins before it, or with it
    int from = page4[page] - 1;
    int to = page4[page + 1] - 1;
    while (from < to) {
      int middle = (from + to + 1) >>> 1;
      if (Integer.compareUnsigned(start4[middle], address) <= 0) {
        from = middle;
      } else {
        to = middle - 1;
      }
    }
    return place4[Math.max(from, 0)];
  }

  private int ofIpv6(long high, long low) {
    int page = (int) (high >>> 48);
    int from = page6[page] - 1;
    int to = page6[page + 1] - 1;
    while (from < to) {
      int middle = (from + to + 1) >>> 1;
      int order = Long.compareUnsigned(startHigh[middle], high);
      if (order < 0 || (order == 0 && Long.compareUnsigned(startLow[middle], low) <= 0)) {
        from = middle;
      } else {
        to = middle - 1;
      }
    }
    return place6[Math.max(from, 0)];
  }
}
