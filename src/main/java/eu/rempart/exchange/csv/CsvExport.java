package eu.rempart.exchange.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import eu.rempart.exchange.format.TableExport;
import eu.rempart.exchange.value.Formulas;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/**
 * Writes a table that spreadsheets open as it is meant: UTF-8 with byte order mark, and no cell is
 * a formula. Several values of one cell are joined by {@link #BETWEEN_VALUES}.
 */
public final class CsvExport implements TableExport {

  /** Between several values of one cell; reading takes them apart again. */
  public static final String BETWEEN_VALUES = "; ";

  private static final char BOM = '\uFEFF';

  private final CsvWriter writer;

  /**
   * Starts the table with its header. Closing the export closes the stream.
   *
   * @param delimiter comma, semicolon (what Excel expects in most of Europe) or tab
   */
  public CsvExport(OutputStream out, char delimiter, List<String> header) throws IOException {
    var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(BOM);
    writer =
        CsvWriter.builder().fieldSeparator(delimiter).lineDelimiter(LineDelimiter.CRLF).build(text);
    row(header);
  }

  /**
   * What a spreadsheet set to this language takes for the sign between cells: the comma, unless the
   * language writes decimals with it.
   */
  public static char delimiter(Locale locale) {
    return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',';
  }

  @Override
  public void row(List<String> cells) {
    writer.writeRecord(cells.stream().map(Formulas::neutralise).toList());
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
