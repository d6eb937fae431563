package eu.rempart.exchange.csv;

import eu.rempart.exchange.value.DateOrder;
import java.nio.charset.Charset;

/**
 * How a table is written down. Found by {@link CsvFile#inspect}; a person may correct it.
 *
 * @param delimiter between cells: comma, semicolon, tab or bar
 * @param quote around cells: double or single quotation mark
 * @param header whether the first row names the columns
 * @param dateOrder of dates such as 03/07/1980
 * @param above how many rows stand above the header and are passed over: titles, remarks
 */
public record CsvDialect(
    Charset charset, char delimiter, char quote, boolean header, DateOrder dateOrder, int above) {

  /** The same with another encoding. */
  public CsvDialect withCharset(Charset other) {
    return new CsvDialect(other, delimiter, quote, header, dateOrder, above);
  }

  /** The same with another delimiter. */
  public CsvDialect withDelimiter(char other) {
    return new CsvDialect(charset, other, quote, header, dateOrder, above);
  }

  /** The same with or without a header. */
  public CsvDialect withHeader(boolean other) {
    return new CsvDialect(charset, delimiter, quote, other, dateOrder, above);
  }

  /** The same with another order of dates. */
  public CsvDialect withDateOrder(DateOrder other) {
    return new CsvDialect(charset, delimiter, quote, header, other, above);
  }
}
