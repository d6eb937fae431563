package eu.rempart.exchange.run;

import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.run.result.RowResult;
import java.util.List;

/** Decides what becomes of the rows of a file. For one file, on one thread. */
public interface Planner {

  /**
   * What these rows come to. Reads what they may speak of, beside the transaction.
   *
   * @param rows some hundred, in the order of the file
   */
  Plan plan(List<ImportedRow> rows);

  /** Some hundred rows, and what is to become of them. */
  interface Plan {

    /**
     * Writes it, on the thread that has the transaction.
     *
     * @return every row in order, with what became of it
     */
    List<RowResult> write(Sink sink);
  }
}
