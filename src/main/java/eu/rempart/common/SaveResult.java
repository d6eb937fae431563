package eu.rempart.common;

import java.util.HashSet;
import java.util.Set;

/**
 * What came of saving a record.
 *
 * @param <R> the record
 * @param <F> its fields
 */
public sealed interface SaveResult<R, F extends Enum<F>> {

  /** It is saved. */
  record Saved<R, F extends Enum<F>>(R record) implements SaveResult<R, F> {}

  /**
   * Somebody else saved it meanwhile; nothing was written.
   *
   * @param current as it stands now
   * @param theirs fields that they changed since the person opened it
   * @param both fields that both changed, to different values
   */
  record Stale<R, F extends Enum<F>>(R current, Set<F> theirs, Set<F> both)
      implements SaveResult<R, F> {

    public Stale {
      theirs = Set.copyOf(theirs);
      both = Set.copyOf(both);
    }
  }

  /** It is not there any more: somebody archived it meanwhile. */
  record Gone<R, F extends Enum<F>>() implements SaveResult<R, F> {}

  /**
   * Somebody else saved it meanwhile.
   *
   * @param mine fields that the person changed
   * @param theirs fields that the other changed
   * @param apart fields in which the two ends differ
   */
  static <R, F extends Enum<F>> Stale<R, F> stale(
      R current, Set<F> mine, Set<F> theirs, Set<F> apart) {
    Set<F> both = new HashSet<>(apart);
    both.retainAll(mine);
    both.retainAll(theirs);
    return new Stale<>(current, theirs, both);
  }
}
