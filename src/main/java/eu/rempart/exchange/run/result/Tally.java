package eu.rempart.exchange.run.result;

/** How far an import is. Written by one thread, read by others. */
public final class Tally {

  /**
   * Records that are created, also along with rows about others: what taking the import back moves
   * to the bin.
   */
  public record Created(int companies, int contacts, int deals, int activities) {

    /** How many there are of all kinds. */
    public int total() {
      return companies + contacts + deals + activities;
    }
  }

  /** A state of the tally. */
  public record Counts(long bytes, int rows, int created, int updated, int skipped, int failed) {}

  private volatile Counts counts = new Counts(0, 0, 0, 0, 0, 0);

  private volatile Created created = new Created(0, 0, 0, 0);

  public Created created() {
    return created;
  }

  /** Says how many records are created by now. */
  public void created(Created now) {
    created = now;
  }

  public Counts counts() {
    return counts;
  }

  /** Counts one more row. */
  public void add(Outcome outcome) {
    Counts c = counts;
    counts =
        new Counts(
            c.bytes(),
            c.rows() + 1,
            c.created() + one(outcome, Outcome.Kind.CREATED),
            c.updated() + one(outcome, Outcome.Kind.UPDATED),
            c.skipped() + one(outcome, Outcome.Kind.SKIPPED),
            c.failed() + one(outcome, Outcome.Kind.FAILED));
  }

  /** Says how much of the file is read. */
  public void readTo(long bytes) {
    Counts c = counts;
    counts = new Counts(bytes, c.rows(), c.created(), c.updated(), c.skipped(), c.failed());
  }

  private static int one(Outcome outcome, Outcome.Kind kind) {
    return outcome.kind() == kind ? 1 : 0;
  }
}
