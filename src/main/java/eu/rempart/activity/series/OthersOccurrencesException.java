package eu.rempart.activity.series;

/**
 * Thrown where occurrences would have to go with a series that somebody else owns, and that whoever
 * acts may not change: left behind they would stand twice. Nothing changes then.
 */
public final class OthersOccurrencesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OthersOccurrencesException() {
    super("occurrences of the series are for others to change");
  }
}
