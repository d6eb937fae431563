package eu.rempart.exchange.csv;

import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode.Severity;
import eu.rempart.exchange.value.Problems;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes of one row of cells what it is about. */
interface Assembler {

  /**
   * The row.
   *
   * @param cells as in the file
   * @param values of the columns, in their order
   * @param problems what is known to be wrong with it
   */
  ImportedRow assemble(List<String> cells, List<String> values, Problems problems);

  /** What the row last assembled is about besides, as a row of its own; given once. */
  default Optional<ImportedRow> takeBeside() {
    return Optional.empty();
  }

  /** The one for the rows of this table. */
  static Assembler of(
      CsvInspection inspection, Mapping mapping, ImportOptions options, Clock clock) {
    return switch (inspection.kind()) {
      case PEOPLE -> new RowAssembler(inspection, mapping, options, clock);
      case DEALS -> new DealAssembler(inspection, mapping, options, clock);
      case ACTIVITIES -> new ActivityAssembler(inspection, mapping, options, clock);
    };
  }

  /** Whether the row is left out whatever its cells say. */
  static boolean isLeftOut(Problems problems) {
    return problems.all().stream().anyMatch(p -> p.code().severity() != Severity.NOTE);
  }
}
