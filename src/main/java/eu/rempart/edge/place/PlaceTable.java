package eu.rempart.edge.place;

import eu.rempart.tls.gate.Source;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The places of all addresses as sorted arrays, about 7 MB for the bundled file. A look-up reads a
 * page of the first 16 bits and a few entries behind it; it allocates nothing. Immutable.
 *
 * <p>Most of IPv6 that is given out lies in a few dozen pages, with thousands of ranges in each:
 * those are divided once more, by the next 12 bits.
 */
public final class PlaceTable {

  /** Knows no place. */
  static final PlaceTable EMPTY = new PlaceTableBuilder().build();

  private static final int PAGES = 1 << 16;
  private static final int PARTS = 1 << 12;
  private static final int PART_SHIFT = 36;

  /** Pages with more ranges are divided. */
  private static final int BUSY = 32;

  /** First addresses of the ranges, ordered; a range ends where the next one begins. */
  private final int[] start4;

  private final short[] place4;
  private final int[] page4;
  private final long[] startHigh;
  private final long[] startLow;
  private final short[] place6;
  private final int[] page6;

  /** Where the parts of a busy page begin in the next array; 0 for a page that is not divided. */
  private final int[] busy6;

  private final int[] parts6;

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
    this.busy6 = new int[PAGES];
    this.parts6 = parts6();
  }

  private int[] parts6() {
    int length = 1;
    for (int page = 0; page < PAGES; page++) {
      if (page6[page + 1] - page6[page] > BUSY) {
        busy6[page] = length;
        length += PARTS + 1;
      }
    }
    int[] parts = new int[length];
    for (int page = 0; page < PAGES; page++) {
      for (int part = 0, i = page6[page]; busy6[page] > 0 && part <= PARTS; part++) {
        while (i < page6[page + 1] && (startHigh[i] >>> PART_SHIFT & PARTS - 1) < part) {
          i++;
        }
        parts[busy6[page] + part] = i;
      }
    }
    return parts;
  }

  /** Writes what {@link #read} makes the same table of. */
  void write(DataOutput out) throws IOException {
    out.writeInt(start4.length);
    out.writeInt(startHigh.length);
    ByteBuffer four = ByteBuffer.allocate(bytes4(start4.length));
    four.asIntBuffer().put(start4);
    four.position(start4.length * Integer.BYTES).asShortBuffer().put(place4);
    out.write(four.array());
    ByteBuffer six = ByteBuffer.allocate(bytes6(startHigh.length));
    six.asLongBuffer().put(startHigh).put(startLow);
    six.position(2 * startHigh.length * Long.BYTES).asShortBuffer().put(place6);
    out.write(six.array());
  }

  /** Reads what {@link #write} wrote. */
  static PlaceTable read(DataInput in) throws IOException {
    int[] start4 = new int[in.readInt()];
    long[] startHigh = new long[in.readInt()];
    short[] place4 = new short[start4.length];
    byte[] four = new byte[bytes4(start4.length)];
    in.readFully(four);
    ByteBuffer.wrap(four).asIntBuffer().get(start4);
    ByteBuffer.wrap(four).position(start4.length * Integer.BYTES).asShortBuffer().get(place4);
    long[] startLow = new long[startHigh.length];
    short[] place6 = new short[startHigh.length];
    byte[] six = new byte[bytes6(startHigh.length)];
    in.readFully(six);
    ByteBuffer.wrap(six).asLongBuffer().get(startHigh).get(startLow);
    ByteBuffer.wrap(six).position(2 * startHigh.length * Long.BYTES).asShortBuffer().get(place6);
    return new PlaceTable(start4, place4, startHigh, startLow, place6);
  }

  private static int bytes4(int ranges) {
    return ranges * (Integer.BYTES + Short.BYTES);
  }

  private static int bytes6(int ranges) {
    return ranges * (2 * Long.BYTES + Short.BYTES);
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
    int busy = busy6[page];
    int[] begins = busy == 0 ? page6 : parts6;
    int at = busy == 0 ? page : busy + (int) (high >>> PART_SHIFT & PARTS - 1);
    int from = begins[at] - 1;
    int to = begins[at + 1] - 1;
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
