package eu.rempart.exchange.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read, to show progress. */
public final class CountingInputStream extends FilterInputStream {

  private volatile long count;

  /** Counts what is read from it. */
  public CountingInputStream(InputStream in) {
    super(in);
  }

  /** Bytes read so far; may be asked from another thread. */
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    var b = super.read();
    add(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var n = super.read(buffer, offset, length);
    add(Math.max(0, n));
    return n;
  }

  /** Only the reading thread writes. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void add(int n) {
    count += n;
  }
}
