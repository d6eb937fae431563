package eu.rempart.edge.limit;

import java.util.Arrays;

/**
 * What a source did in a while, exactly.
 *
 * @param connections that it opened or tried to open
 * @param refused those that were refused or cut
 * @param requests that it sent
 * @param atOnce the most connections it had at the same time
 * @param fastest the most connections it opened or tried to open within a second
 */
public record SourceWindow(
    Prefix prefix, int connections, int refused, int requests, int atOnce, int fastest) {

  static final int FIELDS = 7;
  static final int AT_ONCE = 3;
  static final int FASTEST = 4;
  static final int SECOND = 5;
  static final int IN_SECOND = 6;

  /** How much it had to do with us. */
  public int weight() {
    return connections + refused + requests;
  }

  static int fieldOf(Sign sign) {
    return switch (sign) {
      case CONNECTION -> 0;
      case REFUSED -> 1;
      case REQUEST -> 2;
      default -> -1;
    };
  }

  static int weight(int[] window, int cell) {
    int from = cell * FIELDS;
    return window[from] + window[from + 1] + window[from + 2];
  }

  static SourceWindow of(Prefix prefix, int[] window, int cell) {
    int from = cell * FIELDS;
    return new SourceWindow(
        prefix,
        window[from],
        window[from + 1],
        window[from + 2],
        window[from + AT_ONCE],
        window[from + FASTEST]);
  }

  /** Begins a new while, with the connections that are open. */
  static void clear(int[] window, int cell, int atOnce) {
    int from = cell * FIELDS;
    Arrays.fill(window, from, from + SECOND, 0);
    window[from + AT_ONCE] = atOnce;
  }
}
