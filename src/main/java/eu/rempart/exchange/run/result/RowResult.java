package eu.rempart.exchange.run.result;

import eu.rempart.exchange.format.ImportedRow;

/**
 * A row with what becomes of it.
 *
 * @param incomplete whether something was lost that only came to light when it was written
 */
public record RowResult(ImportedRow row, Outcome outcome, boolean incomplete) {

  /** Whether somebody may want to look at the row afterwards. */
  public boolean isToBeSeen() {
    return incomplete
        || outcome.isToBeSeen()
        || row.problems().stream().anyMatch(problem -> problem.code().isLoss());
  }
}
