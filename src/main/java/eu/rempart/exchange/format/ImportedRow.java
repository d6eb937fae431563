package eu.rempart.exchange.format;

import eu.rempart.exchange.format.ProblemCode.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, or one card.
 *
 * @param number as a spreadsheet counts: the first row, header included, is 1; cards count from 1
 * @param cells as in the file, for the error file; without cells over the limit
 * @param person null when the row is only about a company
 * @param companies the person's companies, or the company that the row is about
 * @param problems in the order of columns
 */
public record ImportedRow(
    long number,
    List<String> cells,
    @Nullable ImportedPerson person,
    List<ImportedLink> companies,
    List<RowProblem> problems) {

  /** Whether something of it is to be imported. */
  public boolean imported() {
    return problems.stream().allMatch(p -> p.code().severity() == Severity.NOTE);
  }

  /** Whether it belongs into the error file. */
  public boolean refused() {
    return problems.stream().anyMatch(p -> p.code().severity() == Severity.REFUSED);
  }

  /** The same with one more problem of the whole row. */
  public ImportedRow with(ProblemCode code) {
    List<RowProblem> more = new ArrayList<>(problems);
    more.add(RowProblem.of(number, code));
    return new ImportedRow(number, cells, person, companies, List.copyOf(more));
  }

  @Override
  public String toString() {
    return "ImportedRow[" + number + ", hidden]";
  }
}
