package eu.rempart.watch.result;

import eu.rempart.watch.check.CheckId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Planned work, during which results are kept and not counted.
 *
 * @param check of which; null for all
 * @param title what the public reads, 1 to 200 characters
 * @param end not before the beginning
 */
public record Maintenance(
    UUID id, @Nullable CheckId check, String title, Instant begin, Instant end) {

  public static final int LONGEST_TITLE = 200;
  public static final Duration LONGEST = Duration.ofDays(31);

  /** Checks. */
  public Maintenance {
    if (title.isBlank()
        || title.length() > LONGEST_TITLE
        || title.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a title has 1 to %d characters in one line, got %d"
              .formatted(LONGEST_TITLE, title.length()));
    }
    if (end.isBefore(begin) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "maintenance lasts at most %s, not from %s to %s".formatted(LONGEST, begin, end));
    }
  }

  boolean concerns(CheckId id) {
    return check == null || check.equals(id);
  }

  /** How long some of them last between two moments, what overlaps counted once. */
  static Duration within(Collection<Maintenance> windows, Instant from, Instant to) {
    List<Maintenance> sorted =
        windows.stream().sorted(Comparator.comparing(Maintenance::begin)).toList();
    Duration sum = Duration.ZERO;
    Instant counted = from;
    for (Maintenance window : sorted) {
      Instant begin = window.begin.isAfter(counted) ? window.begin : counted;
      Instant end = window.end.isBefore(to) ? window.end : to;
      if (end.isAfter(begin)) {
        sum = sum.plus(Duration.between(begin, end));
        counted = end;
      }
    }
    return sum;
  }
}
