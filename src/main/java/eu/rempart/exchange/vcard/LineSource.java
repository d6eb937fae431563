package eu.rempart.exchange.vcard;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads physical lines as bytes, since cards may mix encodings and fold in the middle of a letter.
 * A line over the limit is read past; only its beginning is kept.
 */
final class LineSource implements Closeable {

  /** Most bytes of a line. */
  static final int MAX_LINE = 1 << 20;

  /** What is kept of a longer one. */
  private static final int KEPT = 256;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 15];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int end;
  private boolean tooLong;
  private boolean afterReturn;

  LineSource(InputStream in) {
    this.in = in;
  }

  /** The next line without its end, or null. */
  byte @Nullable [] next() throws IOException {
    line.reset();
    tooLong = false;
    var any = false;
    while (at < end || fill()) {
      var b = buffer[at++];
      if (b == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = b == '\r';
      if (b == '\n' || b == '\r') {
        return finish();
      }
      any = true;
      if (!tooLong) {
        line.write(b);
        tooLong = line.size() > MAX_LINE;
      }
    }
    return any ? finish() : null;
  }

  /** Whether the line last read was over the limit. */
  boolean tooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte[] finish() {
    var bytes = line.toByteArray();
    return tooLong ? Arrays.copyOf(bytes, KEPT) : bytes;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
