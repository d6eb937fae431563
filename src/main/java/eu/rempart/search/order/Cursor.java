package eu.rempart.search.order;

/**
 * Where a page ended. Holds a sort key, which is customer data: keep it in the session, never in a
 * URL or a log.
 */
public final class Cursor {

  final Entry last;

  /** Which class of the answer it is in, from 0. */
  final int rank;

  Cursor(Entry last, int rank) {
    this.last = last.detached();
    this.rank = rank;
  }

  @Override
  public String toString() {
    return "Cursor";
  }
}
