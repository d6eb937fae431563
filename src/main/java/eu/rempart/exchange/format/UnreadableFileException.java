package eu.rempart.exchange.format;

/** Thrown when a file as a whole can't be imported. Contains nothing of the file. */
public class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FileProblem problem;
  private final long row;

  /** A problem of the whole file. */
  public UnreadableFileException(FileProblem problem) {
    this(problem, -1);
  }

  /** A problem that starts at a row, counted from 1. */
  public UnreadableFileException(FileProblem problem, long row) {
    super("file can't be imported: " + problem + (row < 0 ? "" : " at row " + row));
    this.problem = problem;
    this.row = row;
  }

  /** Why. */
  public FileProblem problem() {
    return problem;
  }

  /** Where it starts, counted from 1; -1 when it is everywhere. */
  public long row() {
    return row;
  }
}
