package eu.rempart.watch.objective;

/**
 * So many checks, and so many of them that failed.
 *
 * @param failed 0 to {@code checks}
 */
public record Tally(long checks, long failed) {

  public static final Tally NONE = new Tally(0, 0);

  /** Checks. */
  public Tally {
    if (failed < 0 || failed > checks) {
      throw new IllegalArgumentException("%d of %d checks failed".formatted(failed, checks));
    }
  }

  public Tally plus(Tally more) {
    return new Tally(checks + more.checks, failed + more.failed);
  }

  /** The share that failed; 0 where nothing was checked. */
  double failedShare() {
    return checks == 0 ? 0 : failed / (double) checks;
  }
}
