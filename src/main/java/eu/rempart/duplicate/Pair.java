package eu.rempart.duplicate;

import eu.rempart.search.question.Duplicate;
import java.util.Set;
import java.util.UUID;

/**
 * Two records that may be the same.
 *
 * @param first the smaller id
 */
public record Pair(String kind, UUID first, UUID second, Set<Duplicate.Reason> reasons) {

  public Pair {
    reasons = Set.copyOf(reasons);
  }

  /** The pair of these two, in whichever order they come. */
  static Pair of(String kind, UUID one, UUID other, Set<Duplicate.Reason> reasons) {
    // as the database compares: byte by byte
    return one.toString().compareTo(other.toString()) < 0
        ? new Pair(kind, one, other, reasons)
        : new Pair(kind, other, one, reasons);
  }
}
