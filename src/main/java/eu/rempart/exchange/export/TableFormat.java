package eu.rempart.exchange.export;

import eu.rempart.exchange.csv.CsvExport;
import java.util.Locale;

/** What a list is written as. */
public enum TableFormat {
  COMMA("csv", ','),
  SEMICOLON("csv", ';'),
  TAB("csv", '\t'),
  /** A workbook of Excel's. */
  XLSX("xlsx", '\0');

  private final String extension;
  private final char delimiter;

  TableFormat(String extension, char delimiter) {
    this.extension = extension;
    this.delimiter = delimiter;
  }

  /** Behind the point of the file's name. */
  public String extension() {
    return extension;
  }

  /** Between cells; of a workbook there is none. */
  char delimiter() {
    return delimiter;
  }

  /** Text that spreadsheets set to this language open without a question. */
  public static TableFormat usual(Locale locale) {
    return CsvExport.delimiter(locale) == ';' ? SEMICOLON : COMMA;
  }
}
