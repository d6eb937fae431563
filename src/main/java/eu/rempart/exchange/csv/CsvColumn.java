package eu.rempart.exchange.csv;

import eu.rempart.exchange.csv.writing.DateWriting;
import eu.rempart.exchange.csv.writing.NumberWriting;
import java.util.List;

/**
 * A column of a table, to show beside what it would be imported as.
 *
 * @param index from 0
 * @param header as in the file, as plain text, to be escaped where shown; without byte order mark;
 *     a repeated name has a number; empty when the column has none
 * @param examples up to three values that aren't empty
 * @param numbers how it writes numbers, if it has any
 * @param dates how it writes dates, if it has any
 */
public record CsvColumn(
    int index, String header, List<String> examples, NumberWriting numbers, DateWriting dates) {

  /** Whether a further cell could decide what its cells mean. */
  boolean isOpen() {
    return numbers.isOpen() || dates.isOpen();
  }

  /** The same with a further cell, of what is not decided yet. */
  CsvColumn and(String cell) {
    return new CsvColumn(
        index,
        header,
        examples,
        numbers.isOpen() ? numbers.and(cell) : numbers,
        dates.isOpen() ? dates.and(cell) : dates);
  }

  @Override
  public String toString() {
    return "CsvColumn[" + index + ", hidden]";
  }
}
