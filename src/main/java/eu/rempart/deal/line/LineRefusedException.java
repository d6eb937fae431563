package eu.rempart.deal.line;

/** A deal's lines can't be kept as they are; the person is told why, and in which line. */
public final class LineRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final LineProblem problem;
  private final int line;

  /**
   * Names the place, never what stands there.
   *
   * @param line from 1; 0 where it is all of them
   */
  public LineRefusedException(LineProblem problem, int line) {
    super(line == 0 ? problem.name() : problem + " in line " + line);
    this.problem = problem;
    this.line = line;
  }

  public LineProblem problem() {
    return problem;
  }

  /** From 1; 0 where it is all of them. */
  public int line() {
    return line;
  }
}
