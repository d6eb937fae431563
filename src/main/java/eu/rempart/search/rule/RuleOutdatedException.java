package eu.rempart.search.rule;

/**
 * A rule asks for a field that there is no longer, so that nobody can say which records it means.
 */
public final class RuleOutdatedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuleOutdatedException(String kind) {
    super("a rule asks for a field that " + kind + " records have no longer");
  }
}
