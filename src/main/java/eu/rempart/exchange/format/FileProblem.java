package eu.rempart.exchange.format;

import java.util.Locale;

/** Why a whole file can't be imported, or what is worth knowing about it. */
public enum FileProblem {
  /** No text at all. */
  EMPTY(true),
  /** A header, and nothing below it. */
  HEADER_ONLY(true),
  /** Not text. */
  BINARY(true),
  /** An Excel or OpenDocument workbook: to be saved as CSV first. */
  WORKBOOK(true),
  /** A table or cards, packed: to be unpacked first. */
  PACKED(true),
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
