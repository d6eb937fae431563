package eu.rempart.common;

import java.util.List;

/**
 * A page of a list.
 *
 * @param rows in order
 * @param total how many there are on all pages; a lower bound where it is not exact
 * @param exact false where counting stopped, since nobody reads a number past 10,000
 * @param similar true where nothing matched as typed, and these come close
 */
public record Page<T>(List<T> rows, int total, boolean exact, boolean similar) {

  public Page {
    rows = List.copyOf(rows);
  }

  /** The only page of a list without rows. */
  public static <T> Page<T> empty() {
    return new Page<>(List.of(), 0, true, false);
  }
}
