package eu.rempart.exchange.format;

import java.util.Locale;

/** Why a whole file can't be imported, or what is worth knowing about it. */
public enum FileProblem {
  /** No text at all. */
  EMPTY(true),
  /** A header, and nothing below it. */
  HEADER_ONLY(true),
  /** A sheet with a single word on it. */
  NO_TABLE(true),
  /** Not text. */
  BINARY(true),
  /** A web page, or XML, that a program calls a workbook: to be saved as one first. */
  WORKBOOK(true),
  /** A workbook of before 2007 or in Excel's binary format: to be saved as XLSX first. */
  WORKBOOK_OLD(true),
  /** A workbook of Apple's Numbers: to be exported as XLSX first. */
  WORKBOOK_NUMBERS(true),
  /** A workbook that a password seals: to be saved without it first. */
  WORKBOOK_PROTECTED(true),
  /** A workbook that can't be read to its end. */
  WORKBOOK_BROKEN(true),
  /** A workbook with more text, or far more of anything, than can be read. */
  WORKBOOK_TOO_LARGE(true),
  /** A table or cards, packed: to be unpacked first. */
  PACKED(true),
  /** JSON that is no jCard. */
  JSON(true),
  /** A PDF file. */
  PDF(true),
  /** A quotation mark opens and never closes; where is in the exception's row. */
  UNTERMINATED_QUOTE(true),
  /** A header, or more columns, than any real table has. */
  TOO_MANY_COLUMNS(true),
  /** No vCard in it. */
  NO_CARDS(true),
  /** The encoding chosen isn't the file's. */
  WRONG_ENCODING(false),
  /** Two columns have the same name; the later ones got a number. */
  DUPLICATE_HEADERS(false),
  /** The first row looks like data. */
  NO_HEADER(false);

  private final boolean fatal;

  FileProblem(boolean fatal) {
    this.fatal = fatal;
  }

  /** Whether nothing of the file can be imported. */
  public boolean fatal() {
    return fatal;
  }

  /** Key of its sentence in the exchange texts. */
  public String key() {
    return "exchange.file." + name().toLowerCase(Locale.ROOT);
  }
}
