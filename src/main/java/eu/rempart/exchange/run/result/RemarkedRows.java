package eu.rempart.exchange.run.result;

import eu.rempart.exchange.csv.ErrorFile;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an import that failed, were skipped or may be duplicates, each with its reason in
 * words behind it, as a CSV file that can be mended and imported again. Held in memory: it is kept
 * sealed.
 */
public final class RemarkedRows implements Closeable {

  private static final int MAX_ROWS = 100_000;
  private static final int MAX_BYTES = 50_000_000;

  /** Rows that only say that all is well must not crowd out those that failed. */
  private static final int MAX_OTHERS = 50_000;

  private static final int MAX_OTHER_BYTES = 25_000_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ErrorFile file;
  private final Reasons reasons;
  private int rows;
  private boolean closed;

  /**
   * Begins with the row of headers.
   *
   * @param headers those of the file
   */
  public RemarkedRows(List<String> headers, Reasons reasons) throws IOException {
    this.reasons = reasons;
    file =
        new ErrorFile(
            bytes,
            reasons.delimiter(),
            headers,
            reasons.rowHeader(),
            reasons.reasonHeader(),
            problem -> {
              throw new IllegalStateException("reasons are given row by row");
            });
  }

  /** Keeps what somebody may want to look at, the first 100,000 rows or 50 MB of it. */
  public void add(RowResult result) {
    boolean failed = result.outcome().kind() == Outcome.Kind.FAILED;
    boolean room =
        failed
            ? rows < MAX_ROWS && bytes.size() < MAX_BYTES
            : rows < MAX_OTHERS && bytes.size() < MAX_OTHER_BYTES;
    if (room && result.isToBeSeen()) {
      rows++;
      file.add(result.row(), reasons.of(result));
    }
  }

  /** Null where there is nothing to look at. */
  public @Nullable String content() {
    if (rows == 0) {
      return null;
    }
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      file.close();
    }
  }
}
