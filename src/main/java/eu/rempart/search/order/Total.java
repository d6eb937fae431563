package eu.rempart.search.order;

/**
 * How many records match.
 *
 * @param exact false when counting stopped: there are {@code count} or more
 */
public record Total(int count, boolean exact) {

  /** Counting stops here unless the number is known for free. */
  public static final int CAP = 10_000;
}
