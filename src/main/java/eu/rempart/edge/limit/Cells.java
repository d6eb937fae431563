package eu.rempart.edge.limit;

import eu.rempart.tls.gate.Source;
import java.util.Arrays;

/**
 * The cells of a {@link SourceTable}: sets of {@value #WAYS}, each guarded by one of {@value
 * #LOCKS} locks, which whoever calls here must hold. When a set is full, a new source gets the cell
 * of one that came only once, or long ago (second chance); those with open connections go last.
 */
final class Cells {

  static final int WAYS = 8;
  static final int LOCKS = 256;

  private static final long HALF_LIFE = 60_000_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Object[] locks = new Object[LOCKS];
  private final int bits4;
  private final int bits6;
  private final long[] high;
  private final long[] low;
  private final boolean[] used;
  private final boolean[] seenAgain;
  private final float[] scores;
  private final long[] scoredAt;
  private final byte[] hand;

  /** How many sets there are. */
  final int sets;

  /** Connections that each source has now. */
  final int[] atOnce;

  /** When the next connection, and the next handshake, of each source is expected. */
  final long[] connection;

  final long[] handshake;

  /** When something about it was told for the last time. */
  final long[] toldAt;

  /** What each source did since it was asked for the last time; see {@link SourceWindow}. */
  final int[] window;

  Cells(int count, int bits4, int bits6) {
    if (Integer.bitCount(count) != 1 || count < LOCKS * WAYS) {
      throw new IllegalArgumentException(
          "%d cells are too few, or no power of two".formatted(count));
    }
    this.sets = count / WAYS;
    this.bits4 = 96 + bits4;
    this.bits6 = bits6;
    this.high = new long[count];
    this.low = new long[count];
    this.used = new boolean[count];
    this.seenAgain = new boolean[count];
    this.atOnce = new int[count];
    this.connection = new long[count];
    this.handshake = new long[count];
    this.scores = new float[count * Sign.COUNT];
    this.scoredAt = new long[count];
    this.toldAt = new long[count];
    this.hand = new byte[sets];
    this.window = new int[count * SourceWindow.FIELDS];
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  long highOf(long h, long l) {
    return Source.isIpv4(h, l) ? h : h & Prefix.highMask(bits6);
  }

  long lowOf(long h, long l) {
    return Source.isIpv4(h, l) ? l & Prefix.lowMask(bits4) : 0;
  }

  /** The set that a source, cut by the two methods above, is in. */
  int setOf(long h, long l) {
    return (int) Mixing.of(h, l, bits6) & (sets - 1);
  }

  Object lockOf(int set) {
    return locks[set & (LOCKS - 1)];
  }

  boolean isUsed(int cell) {
    return used[cell];
  }

  /** A source's cell; -1 if it has none. */
  int find(int set, long h, long l) {
    for (int cell = set * WAYS; cell < (set + 1) * WAYS; cell++) {
      if (high[cell] == h && low[cell] == l && used[cell]) {
        return cell;
      }
    }
    return -1;
  }

  /** A source's cell, given to it now if it had none. */
  int take(int set, long h, long l, long now) {
    int found = find(set, h, l);
    if (found >= 0) {
      seenAgain[found] = true;
      return found;
    }
    int cell = victim(set);
    high[cell] = h;
    low[cell] = l;
    used[cell] = true;
    seenAgain[cell] = false;
    atOnce[cell] = 0;
    connection[cell] = now;
    handshake[cell] = now;
    scoredAt[cell] = now;
    toldAt[cell] = now - NEVER;
    Arrays.fill(scores, cell * Sign.COUNT, (cell + 1) * Sign.COUNT, 0);
    Arrays.fill(window, cell * SourceWindow.FIELDS, (cell + 1) * SourceWindow.FIELDS, 0);
    return cell;
  }

  private int victim(int set) {
    int fewest = set * WAYS;
    for (int step = 0; step < 2 * WAYS; step++) {
      int cell = set * WAYS + (hand[set]++ & (WAYS - 1));
      if (!used[cell]) {
        return cell;
      }
      if (atOnce[cell] < atOnce[fewest]) {
        fewest = cell;
      }
      if (atOnce[cell] == 0 && !seenAgain[cell]) {
        return cell;
      }
      if (atOnce[cell] == 0) {
        seenAgain[cell] = false;
      }
    }
    return fewest;
  }

  /** One connection more. */
  void open(int cell) {
    int now = ++atOnce[cell];
    int peak = cell * SourceWindow.FIELDS + SourceWindow.AT_ONCE;
    window[peak] = Math.max(window[peak], now);
  }

  /** Counts a sign; answers the score. */
  float add(int cell, Sign sign, long now) {
    float factor = faded(now - scoredAt[cell]);
    int from = cell * Sign.COUNT;
    if (factor < 1) {
      for (int i = from; i < from + Sign.COUNT; i++) {
        scores[i] *= factor;
      }
      scoredAt[cell] = now;
    }
    int field = SourceWindow.fieldOf(sign);
    if (field >= 0) {
      window[cell * SourceWindow.FIELDS + field]++;
    }
    if (sign == Sign.CONNECTION) {
      countSecond(cell, now);
    }
    return ++scores[from + sign.index()];
  }

  private void countSecond(int cell, long now) {
    int from = cell * SourceWindow.FIELDS;
    int second = (int) (now / SECOND);
    if (window[from + SourceWindow.SECOND] != second) {
      window[from + SourceWindow.SECOND] = second;
      window[from + SourceWindow.IN_SECOND] = 0;
    }
    int count = ++window[from + SourceWindow.IN_SECOND];
    window[from + SourceWindow.FASTEST] = Math.max(window[from + SourceWindow.FASTEST], count);
  }

  float score(int cell, Sign sign, long now) {
    return scores[cell * Sign.COUNT + sign.index()] * faded(now - scoredAt[cell]);
  }

  Prefix prefix(int cell) {
    return new Prefix(high[cell], low[cell], Source.isIpv4(high[cell], low[cell]) ? bits4 : bits6);
  }

  SourceFacts facts(int cell, long now) {
    float[] left = new float[Sign.COUNT];
    float factor = faded(now - scoredAt[cell]);
    for (int i = 0; i < left.length; i++) {
      left[i] = scores[cell * Sign.COUNT + i] * factor;
    }
    return new SourceFacts(prefix(cell), atOnce[cell], left);
  }

  /** How much is left after so many nanoseconds: half after each minute, straight in between. */
  private static float faded(long age) {
    if (age <= 0) {
      return 1;
    }
    long halves = age / HALF_LIFE;
    if (halves > 30) {
      return 0;
    }
    return (1 - 0.5f * (age - halves * HALF_LIFE) / HALF_LIFE) / (1L << halves);
  }
}
