package eu.rempart.exchange.run;

import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedRows;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A file as a person decided that it is to be read.
 *
 * @param kind what its rows are about
 * @param name as it was uploaded: customer data
 * @param bytes its size
 * @param headers names of its columns, for the error file
 * @param options what was chosen, beside the columns
 * @param rows opens it at its start; to be closed by the reader
 * @param ended called once the import has ended: the file isn't needed any more
 */
public record ImportFile(
    ImportKind kind,
    String name,
    long bytes,
    ImportSource source,
    List<String> headers,
    ImportOptions options,
    Callable<ImportedRows> rows,
    Runnable ended) {

  public ImportFile {
    headers = List.copyOf(headers);
  }

  /** A file of people and companies. */
  public ImportFile(
      String name,
      long bytes,
      ImportSource source,
      List<String> headers,
      Callable<ImportedRows> rows,
      Runnable ended) {
    this(ImportKind.PEOPLE, name, bytes, source, headers, ImportOptions.none(), rows, ended);
  }

  ImportedRows open() throws IOException {
    try {
      return rows.call();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the file can't be opened", e);
    }
  }

  @Override
  public String toString() {
    return "ImportFile[" + source + "]";
  }
}
