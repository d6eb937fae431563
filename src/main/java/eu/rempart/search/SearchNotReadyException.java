package eu.rempart.search;

/** The index is empty or being built; a list falls back to the order by date. */
public final class SearchNotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SearchNotReadyException(String kind) {
    super("the index of " + kind + " is not ready");
  }
}
