package eu.rempart.exchange.run.result;

/**
 * The words of an error file, in the language of whoever starts the import. Called on the import's
 * own thread.
 */
public interface Reasons {

  /** What stands between the cells of the file: comma, semicolon or tab. */
  char delimiter();

  /** What the column of row numbers is called. */
  String rowHeader();

  /** What the column of reasons is called. */
  String reasonHeader();

  /** Why the row failed. */
  String of(RowResult result);
}
