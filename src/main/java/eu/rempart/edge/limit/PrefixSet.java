package eu.rempart.edge.limit;

import eu.rempart.tls.gate.Prefix;
import java.util.Collection;

/**
 * Networks, each until a moment. Asked for an address it looks once for each length of prefix that
 * it holds, and allocates nothing. Immutable.
 *
 * <p>Moments are those of {@link System#nanoTime}: a wall clock that is set changes nothing.
 */
public final class PrefixSet {

  /** Holds nothing. */
  public static final PrefixSet EMPTY = new Builder(0).build();

  /** A century: for networks without an end. */
  public static final long FOR_EVER = 100L * 365 * 24 * 3_600 * 1_000_000_000;

  private final int[] lengths;
  private final long[] high;
  private final long[] low;
  private final int[] bits;
  private final long[] until;
  private final int mask;
  private final int shift;
  private final int size;

  private PrefixSet(Builder builder) {
    this.high = builder.high;
    this.low = builder.low;
    this.bits = builder.bits;
    this.until = builder.until;
    this.mask = builder.mask;
    this.shift = builder.shift;
    this.size = builder.size;
    this.lengths = builder.lengths();
  }

  /** Collects networks. */
  public static final class Builder {
    private final long[] high;
    private final long[] low;
    private final int[] bits;
    private final long[] until;
    private final boolean[] lengthUsed = new boolean[129];
    private final int mask;
    private final int shift;
    private int size;

    /** For at most this many networks. */
    public Builder(int most) {
      // half empty at least, so that a chain of probes stays short
      int capacity = Integer.highestOneBit(Math.max(2, 2 * most)) * 2;
      this.high = new long[capacity];
      this.low = new long[capacity];
      this.bits = new int[capacity];
      this.until = new long[capacity];
      this.mask = capacity - 1;
      this.shift = Long.numberOfLeadingZeros(mask);
    }

    /** Adds a network until a moment; where it is there already the later moment counts. */
    public Builder add(Prefix prefix, long untilNanos) {
      int i = slot(prefix.high(), prefix.low(), prefix.bits(), shift);
      while (bits[i] != 0) {
        if (matches(high, low, bits, i, prefix.high(), prefix.low(), prefix.bits())) {
          if (untilNanos - until[i] > 0) {
            until[i] = untilNanos;
          }
          return this;
        }
        i = (i + 1) & mask;
      }
      high[i] = prefix.high();
      low[i] = prefix.low();
      bits[i] = prefix.bits() + 1;
      until[i] = untilNanos;
      lengthUsed[prefix.bits()] = true;
      size++;
      return this;
    }

    public PrefixSet build() {
      return new PrefixSet(this);
    }

    private int[] lengths() {
      return java.util.stream.IntStream.rangeClosed(0, 128).filter(n -> lengthUsed[n]).toArray();
    }
  }

  /** All of these until a moment. */
  public static PrefixSet of(Collection<Prefix> prefixes, long untilNanos) {
    var builder = new Builder(prefixes.size());
    prefixes.forEach(prefix -> builder.add(prefix, untilNanos));
    return builder.build();
  }

  /** How many networks it was made of. */
  public int size() {
    return size;
  }

  /** Whether an address, as {@link eu.rempart.tls.gate.Source} writes it, is in it at a moment. */
  public boolean contains(long sourceHigh, long sourceLow, long now) {
    for (int length : lengths) {
      if (contains(sourceHigh, sourceLow, length, now)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all of a network is in one of these at a moment. */
  public boolean contains(Prefix network, long now) {
    for (int length : lengths) {
      if (length <= network.bits() && contains(network.high(), network.low(), length, now)) {
        return true;
      }
    }
    return false;
  }

  private boolean contains(long sourceHigh, long sourceLow, int length, long now) {
    long h = sourceHigh & Prefix.highMask(length);
    long l = sourceLow & Prefix.lowMask(length);
    for (int i = slot(h, l, length, shift); bits[i] != 0; i = (i + 1) & mask) {
      if (matches(high, low, bits, i, h, l, length)) {
        return until[i] - now > 0;
      }
    }
    return false;
  }

  private static boolean matches(
      long[] high, long[] low, int[] bits, int i, long h, long l, int length) {
    return high[i] == h && low[i] == l && bits[i] == length + 1;
  }

  private static int slot(long h, long l, int length, int shift) {
    return (int) (Mixing.multiplied(h, l, length) >>> shift);
  }
}
