package eu.rempart.exchange.csv;

import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a table found, for a person to check and correct.
 *
 * @param kind what its rows are about
 * @param proposal what each column would be imported as
 * @param notes what is worth knowing; none of them fatal
 * @param sample the first rows below the header, at most 20, and some that have foreign letters
 * @param sheets of a workbook; null for a text, which has none
 */
public record CsvInspection(
    ImportKind kind,
    CsvDialect dialect,
    ImportSource source,
    List<CsvColumn> columns,
    Mapping proposal,
    List<FileProblem> notes,
    List<List<String>> sample,
    @Nullable SheetChoice sheets) {

  /** The same with columns of which more is known. */
  CsvInspection with(List<CsvColumn> known) {
    return new CsvInspection(kind, dialect, source, known, proposal, notes, sample, sheets);
  }

  /** The names of the columns. */
  public List<String> headers() {
    return columns.stream().map(CsvColumn::header).toList();
  }

  /** Whether a row has letters by which people see whether its encoding is right. */
  public static boolean hasForeignLetters(List<String> row) {
    return row.stream().anyMatch(cell -> cell.chars().anyMatch(c -> c > 127));
  }

  @Override
  public String toString() {
    return "CsvInspection[" + source + ", hidden]";
  }

  /**
   * Which sheet of a workbook is read.
   *
   * @param names of all of them in order, as their tabs say: customer data
   * @param hidden numbers of those, from 0, that their program does not show
   * @param chosen the number of the one that is read, from 0
   */
  public record SheetChoice(List<String> names, List<Integer> hidden, int chosen) {

    /** Takes the parts; the lists become immutable. */
    public SheetChoice {
      names = List.copyOf(names);
      hidden = List.copyOf(hidden);
    }

    @Override
    public String toString() {
      return "SheetChoice[" + chosen + " of " + names.size() + "]";
    }
  }
}
