package eu.rempart.edge.limit;

import eu.rempart.tls.gate.Prefix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * What sources did lately, in memory of a fixed size: however many sources there are, nothing
 * grows, and nothing allocates but the lists that are asked for. Thread safe.
 */
public final class SourceTable {

  /** The answer to a source that wants in. */
  public enum Answer {
    PASS,
    TOO_MANY_AT_ONCE,
    TOO_FAST
  }

  private static final int WAYS = Cells.WAYS;

  private final Cells cells;

  /**
   * An empty table.
   *
   * @param count of cells, a power of two, 2,048 or more
   * @param bits4 how much of an IPv4 address names a source, 0 to 32
   * @param bits6 how much of an IPv6 address names a source, 0 to 64
   */
  public SourceTable(int count, int bits4, int bits6) {
    this.cells = new Cells(count, bits4, bits6);
  }

  /**
   * Has memory bring what {@link #admit} will read of a source. Several tables asked one after the
   * other, before the first of them is locked, bring theirs at the same time.
   *
   * @return no number of use, and never a negative one; whoever does not look at it has nothing
   *     brought
   */
  public int ahead(long sourceHigh, long sourceLow) {
    long h = cells.cut.high(sourceHigh, sourceLow);
    long l = cells.cut.low(sourceHigh, sourceLow);
    return cells.ahead(cells.setOf(cells.cut.hash(h, l)));
  }

  /** Counts a connection in, unless the source has too many or opens them too fast. */
  public Answer admit(long sourceHigh, long sourceLow, int most, Rate rate, long now) {
    long h = cells.cut.high(sourceHigh, sourceLow);
    long l = cells.cut.low(sourceHigh, sourceLow);
    long hash = cells.cut.hash(h, l);
    int set = cells.setOf(hash);
    synchronized (cells.lockOf(set)) {
      int cell = cells.take(set, hash, h, l, now);
      cells.add(cell, Sign.CONNECTION, now);
      if (cells.atOnce(cell) >= most) {
        return Answer.TOO_MANY_AT_ONCE;
      }
      if (!cells.mayConnect(cell, rate, now)) {
        return Answer.TOO_FAST;
      }
      cells.open(cell);
      return Answer.PASS;
    }
  }

  /** Counts a connection in without a limit. */
  public void began(long sourceHigh, long sourceLow, long now) {
    long h = cells.cut.high(sourceHigh, sourceLow);
    long l = cells.cut.low(sourceHigh, sourceLow);
    long hash = cells.cut.hash(h, l);
    int set = cells.setOf(hash);
    synchronized (cells.lockOf(set)) {
      int cell = cells.take(set, hash, h, l, now);
      cells.add(cell, Sign.CONNECTION, now);
      cells.open(cell);
    }
  }

  /** Counts a handshake, unless they come too fast. */
  public boolean mayShakeHands(long sourceHigh, long sourceLow, Rate rate, long now) {
    long h = cells.cut.high(sourceHigh, sourceLow);
    long l = cells.cut.low(sourceHigh, sourceLow);
    long hash = cells.cut.hash(h, l);
    int set = cells.setOf(hash);
    synchronized (cells.lockOf(set)) {
      return cells.mayShakeHands(cells.take(set, hash, h, l, now), rate, now);
    }
  }

  /** A connection that was counted in is over. */
  public void ended(long sourceHigh, long sourceLow) {
    long h = cells.cut.high(sourceHigh, sourceLow);
    long l = cells.cut.low(sourceHigh, sourceLow);
    long hash = cells.cut.hash(h, l);
    int set = cells.setOf(hash);
    synchronized (cells.lockOf(set)) {
      int cell = cells.find(set, hash, h, l);
      // its cell may have gone to another source meanwhile
      if (cell >= 0) {
        cells.close(cell);
      }
    }
  }

  /** Counts a sign; answers the source's score of it. */
  public float count(long sourceHigh, long sourceLow, Sign sign, long now) {
    long h = cells.cut.high(sourceHigh, sourceLow);
    long l = cells.cut.low(sourceHigh, sourceLow);
    long hash = cells.cut.hash(h, l);
    int set = cells.setOf(hash);
    synchronized (cells.lockOf(set)) {
      return cells.add(cells.take(set, hash, h, l, now), sign, now);
    }
  }

  /**
   * Whether this answered yes about a source for the last time so many nanoseconds ago, or never.
   */
  public boolean isNews(long sourceHigh, long sourceLow, long interval, long now) {
    long h = cells.cut.high(sourceHigh, sourceLow);
    long l = cells.cut.low(sourceHigh, sourceLow);
    long hash = cells.cut.hash(h, l);
    int set = cells.setOf(hash);
    synchronized (cells.lockOf(set)) {
      return cells.isNews(cells.take(set, hash, h, l, now), interval, now);
    }
  }

  /** A source's score of a sign, 0 where nothing is known of it. */
  public float score(long sourceHigh, long sourceLow, Sign sign, long now) {
    long h = cells.cut.high(sourceHigh, sourceLow);
    long l = cells.cut.low(sourceHigh, sourceLow);
    long hash = cells.cut.hash(h, l);
    int set = cells.setOf(hash);
    synchronized (cells.lockOf(set)) {
      int cell = cells.find(set, hash, h, l);
      return cell < 0 ? 0 : cells.score(cell, sign, now);
    }
  }

  /** The sources with the highest scores of a sign, at least 1, the highest first. */
  public List<SourceFacts> busiest(Sign sign, int count, long now) {
    Comparator<SourceFacts> byScore = Comparator.comparingDouble(facts -> facts.score(sign));
    var best = new PriorityQueue<SourceFacts>(byScore);
    for (int set = 0; set < cells.sets; set++) {
      synchronized (cells.lockOf(set)) {
        for (int cell = set * WAYS; cell < (set + 1) * WAYS; cell++) {
          float score = cells.isUsed(cell) ? cells.score(cell, sign, now) : 0;
          if (score >= 1 && (best.size() < count || score > best.element().score(sign))) {
            best.add(SourceFacts.of(cells, cell, now));
          }
          if (best.size() > count) {
            best.remove();
          }
        }
      }
    }
    var sorted = new ArrayList<>(best);
    sorted.sort(byScore.reversed());
    return sorted;
  }

  /**
   * Sources with a score as high as its sign's threshold, at most about so many: where there are
   * more, the next look goes on where this one stopped, and none hides behind others for ever.
   *
   * @param wanted leaves some out, which then take no room; it is asked under a lock
   */
  public List<SourceFacts> above(
      Map<Sign, Float> thresholds, Predicate<Prefix> wanted, int most, Turn turn, long now) {
    float[] least = new float[Sign.COUNT];
    Arrays.fill(least, Float.POSITIVE_INFINITY);
    thresholds.forEach((sign, score) -> least[sign.index()] = score);
    var found = new ArrayList<SourceFacts>();
    int set = turn.set;
    for (int seen = 0; seen < cells.sets && found.size() < most; seen++) {
      synchronized (cells.lockOf(set)) {
        for (int cell = set * WAYS; cell < (set + 1) * WAYS; cell++) {
          if (cells.isUsed(cell)
              && cells.isAbove(cell, least, now)
              && wanted.test(cells.prefix(cell))) {
            found.add(SourceFacts.of(cells, cell, now));
          }
        }
      }
      set = (set + 1) & (cells.sets - 1);
    }
    turn.set = set;
    return found;
  }

  /**
   * What sources did since the last time, at most so many: those that did most. What a source did
   * whose cell went to another one is lost.
   */
  public List<SourceWindow> drain(int count) {
    var best = new PriorityQueue<SourceWindow>(Comparator.comparingInt(SourceWindow::weight));
    for (int set = 0; set < cells.sets; set++) {
      synchronized (cells.lockOf(set)) {
        for (int cell = set * WAYS; cell < (set + 1) * WAYS; cell++) {
          int weight = cells.isUsed(cell) ? SourceWindow.weight(cells, cell) : 0;
          if (weight > 0) {
            if (best.size() < count || weight > best.element().weight()) {
              best.add(SourceWindow.of(cells, cell));
            }
            if (best.size() > count) {
              best.remove();
            }
            SourceWindow.clear(cells, cell);
          }
        }
      }
    }
    return List.copyOf(best);
  }
}
