package eu.rempart.edge.limit;

import eu.rempart.tls.gate.Prefix;

/**
 * The cells of a {@link SourceTable}: sets of {@value #WAYS}, each guarded by one of {@value
 * #LOCKS} locks, which whoever calls here must hold. When a set is full, a new source gets the cell
 * of one that came only once, or long ago (second chance); those with open connections go last.
 *
 * <p>All of a cell lies together in sixteen longs, and the marks by which a set is searched in
 * eight ints: a decision waits for memory, not for arithmetic.
 */
final class Cells {

  static final int WAYS = 8;
  static final int LOCKS = 256;

  private static final int LONGS = 16;

  /** Before the first cell: behind an array's head of 16 bytes cells begin where lines do. */
  private static final int BEGIN = 6;

  // what is where in a cell; two ints or floats share a long
  private static final int HIGH = 0;
  private static final int LOW = 1;
  private static final int CONNECTION = 2;
  private static final int SCORED_AT = 3;
  private static final int AT_ONCE = 4;
  private static final int SECOND = 5;
  private static final int HANDSHAKE = 6;
  private static final int TOLD_AT = 7;
  private static final int SCORES = 8;
  private static final int WINDOW = 13;

  private static final long NANOS = 1_000_000_000L;
  private static final long NEVER = Long.MAX_VALUE / 2;

  /** In a mark: the cell is taken; and: its source came again. */
  private static final int TAKEN = 1;

  private static final int AGAIN = 2;

  private final Object[] locks = new Object[LOCKS];
  private final long[] cells;
  private final int[] marks;
  private final byte[] hand;

  /** How many sets there are. */
  final int sets;

  /** What of an address names a source. */
  final Cut cut;

  Cells(int count, int bits4, int bits6) {
    if (Integer.bitCount(count) != 1 || count < LOCKS * WAYS) {
      throw new IllegalArgumentException(
          "%d cells are too few, or no power of two".formatted(count));
    }
    this.sets = count / WAYS;
    this.cut = new Cut(96 + bits4, bits6);
    this.cells = new long[BEGIN + count * LONGS];
    this.marks = new int[count];
    this.hand = new byte[sets];
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  int setOf(long hash) {
    return (int) hash & (sets - 1);
  }

  Object lockOf(int set) {
    return locks[set & (LOCKS - 1)];
  }

  boolean isUsed(int cell) {
    return marks[cell] != 0;
  }

  /** A source's cell; -1 if it has none. */
  int find(int set, long hash, long h, long l) {
    int mark = markOf(hash);
    for (int cell = set * WAYS; cell < (set + 1) * WAYS; cell++) {
      if ((marks[cell] | AGAIN) == (mark | AGAIN)
          && cells[at(cell) + HIGH] == h
          && cells[at(cell) + LOW] == l) {
        return cell;
      }
    }
    return -1;
  }

  /**
   * Reads what a stranger's decision will read, all at once and without a lock: memory is waited
   * for once then, and not once behind each lock. What it reads may be half written.
   *
   * @return what is never negative in a cell that holds what it should
   */
  int ahead(int set) {
    int cell = set * WAYS + (hand[set] & (WAYS - 1));
    return marks[cell] == 0 ? 0 : atOnce(cell) | half(cell, SCORES, 0);
  }

  /** A source's cell, given to it now if it had none. */
  int take(int set, long hash, long h, long l, long now) {
    int found = find(set, hash, h, l);
    if (found >= 0) {
      marks[found] |= AGAIN;
      return found;
    }
    int cell = victim(set);
    int at = at(cell);
    marks[cell] = markOf(hash);
    cells[at + HIGH] = h;
    cells[at + LOW] = l;
    cells[at + CONNECTION] = now;
    cells[at + SCORED_AT] = now;
    cells[at + AT_ONCE] = 0;
    cells[at + SECOND] = 0;
    cells[at + HANDSHAKE] = now;
    cells[at + TOLD_AT] = now - NEVER;
    for (int i = at + SCORES; i < at + LONGS; i++) {
      cells[i] = 0;
    }
    return cell;
  }

  private static int at(int cell) {
    return BEGIN + cell * LONGS;
  }

  private static int markOf(long hash) {
    return ((int) (hash >>> 32) & ~AGAIN) | TAKEN;
  }

  private int victim(int set) {
    int fewest = set * WAYS;
    for (int step = 0; step < 2 * WAYS; step++) {
      int cell = set * WAYS + (hand[set]++ & (WAYS - 1));
      if (marks[cell] == 0) {
        return cell;
      }
      int open = atOnce(cell);
      if (open == 0 && (marks[cell] & AGAIN) == 0) {
        return cell;
      }
      if (open == 0) {
        marks[cell] &= ~AGAIN;
      }
      if (open < atOnce(fewest)) {
        fewest = cell;
      }
    }
    return fewest;
  }

  /** Connections that the source has now. */
  int atOnce(int cell) {
    return (int) cells[at(cell) + AT_ONCE];
  }

  /** One connection more. */
  void open(int cell) {
    int now = (int) ++cells[at(cell) + AT_ONCE];
    if (now > window(cell, SourceWindow.AT_ONCE)) {
      setWindow(cell, SourceWindow.AT_ONCE, now);
    }
  }

  /** One connection less, unless there is none. */
  void close(int cell) {
    if (cells[at(cell) + AT_ONCE] > 0) {
      cells[at(cell) + AT_ONCE]--;
    }
  }

  /** Takes one connection from the rate. */
  boolean mayConnect(int cell, Rate rate, long now) {
    return take(at(cell) + CONNECTION, rate, now);
  }

  /** Takes one handshake from the rate. */
  boolean mayShakeHands(int cell, Rate rate, long now) {
    return take(at(cell) + HANDSHAKE, rate, now);
  }

  private boolean take(int at, Rate rate, long now) {
    long expected = cells[at];
    if (!rate.allows(expected, now)) {
      return false;
    }
    cells[at] = rate.next(expected, now);
    return true;
  }

  /** Whether this answered yes so many nanoseconds ago, or never. */
  boolean isNews(int cell, long interval, long now) {
    int at = at(cell) + TOLD_AT;
    if (now - cells[at] < interval) {
      return false;
    }
    cells[at] = now;
    return true;
  }

  /** Counts a sign; answers the score. */
  float add(int cell, Sign sign, long now) {
    fade(cell, now);
    int field = SourceWindow.fieldOf(sign);
    if (field >= 0) {
      setWindow(cell, field, window(cell, field) + 1);
    }
    if (sign == Sign.CONNECTION) {
      countSecond(cell, now);
    }
    float score = Float.intBitsToFloat(half(cell, SCORES, sign.index())) + 1;
    setHalf(cell, SCORES, sign.index(), Float.floatToRawIntBits(score));
    return score;
  }

  private void fade(int cell, long now) {
    int at = at(cell);
    float factor = Fading.left(now - cells[at + SCORED_AT]);
    if (factor < 1) {
      for (int i = at + SCORES; i < at + WINDOW; i++) {
        // most sources show one sign or two
        if (cells[i] != 0) {
          cells[i] = Fading.both(cells[i], factor);
        }
      }
      cells[at + SCORED_AT] = now;
    }
  }

  private void countSecond(int cell, long now) {
    int at = at(cell) + SECOND;
    long second = now / NANOS & 0x7fff_ffff;
    long inSecond = cells[at] >>> 32 == second ? (int) cells[at] + 1 : 1;
    cells[at] = second << 32 | inSecond;
    if (inSecond > window(cell, SourceWindow.FASTEST)) {
      setWindow(cell, SourceWindow.FASTEST, (int) inSecond);
    }
  }

  float score(int cell, Sign sign, long now) {
    return Float.intBitsToFloat(half(cell, SCORES, sign.index()))
        * Fading.left(now - cells[at(cell) + SCORED_AT]);
  }

  /** Whether a score is as high as the least one of its {@link Sign#index}. */
  boolean isAbove(int cell, float[] least, long now) {
    float left = Fading.left(now - cells[at(cell) + SCORED_AT]);
    for (int sign = 0; sign < Sign.COUNT; sign++) {
      if (Float.intBitsToFloat(half(cell, SCORES, sign)) * left >= least[sign]) {
        return true;
      }
    }
    return false;
  }

  /** What the source did since it was written down; see {@link SourceWindow}. */
  int window(int cell, int field) {
    return half(cell, WINDOW, field);
  }

  void setWindow(int cell, int field, int value) {
    setHalf(cell, WINDOW, field, value);
  }

  private int half(int cell, int from, int index) {
    return (int) (cells[at(cell) + from + (index >> 1)] >>> ((index & 1) << 5));
  }

  private void setHalf(int cell, int from, int index, int value) {
    int at = at(cell) + from + (index >> 1);
    int shift = (index & 1) << 5;
    cells[at] = (cells[at] & ~(0xffff_ffffL << shift)) | ((value & 0xffff_ffffL) << shift);
  }

  Prefix prefix(int cell) {
    return cut.prefix(cells[at(cell) + HIGH], cells[at(cell) + LOW]);
  }
}
