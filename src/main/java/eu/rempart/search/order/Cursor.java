package eu.rempart.search.order;

/**
 * Where a page ended. Holds a sort key, which is customer data: keep it in the session, never in a
 * URL or a log.
 */
public final class Cursor {

  final Entry last;

  Cursor(Entry last) {
    this.last = last.detached();
  }

  @Override
  public String toString() {
    return "Cursor";
  }
}
