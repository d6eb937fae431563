package eu.rempart.exchange.csv;

import java.util.List;

/**
 * A column of a table, to show beside what it would be imported as.
 *
 * @param index from 0
 * @param header as in the file, as plain text, to be escaped where shown; without byte order mark;
 *     a repeated name has a number; empty when the column has none
 * @param examples up to three values that aren't empty
 * @param numbers how it writes numbers, if it has any
 */
public record CsvColumn(int index, String header, List<String> examples, NumberWriting numbers) {

  /** The same, of which more is known. */
  CsvColumn with(NumberWriting known) {
    return new CsvColumn(index, header, examples, known);
  }

  @Override
  public String toString() {
    return "CsvColumn[" + index + ", hidden]";
  }
}
