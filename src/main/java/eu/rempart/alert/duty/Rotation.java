package eu.rempart.alert.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Pairs that take turns, from a moment until a later rotation begins.
 *
 * @param zone in which the hand-over stays at the same time of the day
 * @param days how long a turn is, 1 to 31
 * @param pairs 1 to {@value #MOST_PAIRS}, in their order
 */
public record Rotation(UUID id, Instant begin, ZoneId zone, int days, List<Duty> pairs) {

  public static final int MOST_PAIRS = 52;
  public static final int MOST_DAYS = 31;

  /** Checks and copies. */
  public Rotation {
    pairs = List.copyOf(pairs);
    if (days < 1 || days > MOST_DAYS || pairs.isEmpty() || pairs.size() > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "a rotation has turns of 1 to %d days and 1 to %d pairs, got %d and %d"
              .formatted(MOST_DAYS, MOST_PAIRS, days, pairs.size()));
    }
    if (!pairs.stream().allMatch(Duty::isPair)) {
      throw new IllegalArgumentException("a pair is two people");
    }
  }

  /** Whose turn it is; not before the beginning. */
  Duty at(Instant moment) {
    return pairs.get((int) (turn(moment) % pairs.size()));
  }

  /** When the turn after this moment begins. */
  Instant nextAfter(Instant moment) {
    if (moment.isBefore(begin)) {
      return begin;
    }
    return begin.atZone(zone).plusDays((turn(moment) + 1) * days).toInstant();
  }

  private long turn(Instant moment) {
    ZonedDateTime first = begin.atZone(zone);
    long turn = ChronoUnit.DAYS.between(first, moment.atZone(zone)) / days;
    // an hour that the clock jumped over, or went through twice
    while (!first.plusDays((turn + 1) * days).toInstant().isAfter(moment)) {
      turn++;
    }
    while (turn > 0 && first.plusDays(turn * days).toInstant().isAfter(moment)) {
      turn--;
    }
    return turn;
  }
}
