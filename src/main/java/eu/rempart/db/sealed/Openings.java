package eu.rempart.db.sealed;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Opens the rows of a page on all processors that are idle: opening is most of what a page costs,
 * and a person waits for it.
 */
public final class Openings {

  /** With fewer rows a second thread starts later than the first one is done. */
  private static final int FEW = 8;

  private Openings() {}

  /**
   * The rows in the order of these ids; those of ids that are gone meanwhile are left out.
   *
   * @param open opens one row; must be safe on several threads at once
   */
  public static <T, R> List<R> inOrder(
      List<UUID> ids, Map<UUID, T> byId, Sealing sealing, Function<T, R> open) {
    List<T> rows = ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).toList();
    if (rows.size() < FEW) {
      return rows.stream().map(open).toList();
    }
    return rows.parallelStream().map(sealing.carried(open)).toList();
  }
}
