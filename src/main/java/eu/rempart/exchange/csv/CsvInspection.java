package eu.rempart.exchange.csv;

import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportSource;
import java.util.List;

/**
 * What a look at a table found, for a person to check and correct.
 *
 * @param kind what its rows are about
 * @param proposal what each column would be imported as
 * @param notes what is worth knowing; none of them fatal
 * @param sample the first rows below the header, at most 20
 */
public record CsvInspection(
    ImportKind kind,
    CsvDialect dialect,
    ImportSource source,
    List<CsvColumn> columns,
    Mapping proposal,
    List<FileProblem> notes,
    List<List<String>> sample) {

  /** The same with columns of which more is known. */
  CsvInspection with(List<CsvColumn> known) {
    return new CsvInspection(kind, dialect, source, known, proposal, notes, sample);
  }

  /** The names of the columns. */
  public List<String> headers() {
    return columns.stream().map(CsvColumn::header).toList();
  }

  @Override
  public String toString() {
    return "CsvInspection[" + source + ", hidden]";
  }
}
