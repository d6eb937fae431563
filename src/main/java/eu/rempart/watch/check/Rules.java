package eu.rempart.watch.check;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * When results make a check go down, and when it is up again.
 *
 * @param failAfter so many failures one after the other make a zone say that something is wrong, 1
 *     to 10
 * @param recoverAfter so many good results one after the other make it take that back, 1 to 10
 * @param quorum so many zones must agree, 1 to as many as there are
 * @param zones who is asked, in the order of their codes, each once; at least one
 * @param period between two results of a zone
 */
public record Rules(
    int failAfter, int recoverAfter, int quorum, List<Zone> zones, Duration period) {

  public static final int MOST_IN_A_ROW = 10;
  public static final int MOST_ZONES = 100;
  public static final Duration SHORTEST = Duration.ofSeconds(10);
  public static final Duration LONGEST = Duration.ofDays(1);

  /** Copies and checks. */
  public Rules {
    zones = zones.stream().distinct().sorted().toList();
    require("failures in a row", failAfter, MOST_IN_A_ROW);
    require("good results in a row", recoverAfter, MOST_IN_A_ROW);
    require("zones that agree", quorum, zones.size());
    if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a check comes every %s to %s, not %s".formatted(SHORTEST, LONGEST, period));
    }
  }

  /** What is usual, for these zones: two failures in a row, in most of the zones. */
  public static Rules usual(Collection<Zone> zones, Duration period) {
    return new Rules(2, 2, majority(zones.size()), List.copyOf(zones), period);
  }

  /** More than half of so many. */
  public static int majority(int zones) {
    return zones / 2 + 1;
  }

  /**
   * The same, asked of more zones: where most of them had to agree, most of all do now. No more
   * than {@value #MOST_ZONES} are asked.
   */
  public Rules askingAlso(Collection<Zone> more) {
    List<Zone> all =
        Stream.concat(zones.stream(), more.stream()).distinct().limit(MOST_ZONES).toList();
    int agree = quorum == majority(zones.size()) ? majority(all.size()) : quorum;
    return new Rules(failAfter, recoverAfter, agree, all, period);
  }

  /**
   * Whether fewer zones are heard than must agree: whatever those see, the check can never go down.
   *
   * @param silent the zones that have no say
   */
  public boolean blindWithout(Collection<Zone> silent) {
    return zones.size() - silent.size() < quorum;
  }

  /** A zone that told nothing for so long has no say. */
  public Duration silentAfter() {
    return period.multipliedBy(3).plusSeconds(30);
  }

  /** Outages within such a time tell flapping. */
  public Duration flappingWithin() {
    Duration some = period.multipliedBy(40);
    return some.compareTo(Duration.ofHours(1)) < 0 ? Duration.ofHours(1) : some;
  }

  private static void require(String what, int number, int most) {
    if (number < 1 || number > most) {
      throw new IllegalArgumentException(
          "%s: %d is not between 1 and %d".formatted(what, number, most));
    }
  }
}
