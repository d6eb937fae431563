package eu.rempart.quote.money;

/** A quote can't be kept or issued as it is; the person is told why, and in which line. */
public final class QuoteRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final QuoteProblem problem;
  private final int line;

  /**
   * Names the place, never what stands there.
   *
   * @param line from 1; 0 where it is the quote as a whole
   */
  public QuoteRefusedException(QuoteProblem problem, int line) {
    super(line == 0 ? problem.name() : problem + " in line " + line);
    this.problem = problem;
    this.line = line;
  }

  /** Of the quote as a whole. */
  public QuoteRefusedException(QuoteProblem problem) {
    this(problem, 0);
  }

  public QuoteProblem problem() {
    return problem;
  }

  /** From 1; 0 where it is the quote as a whole. */
  public int line() {
    return line;
  }
}
