package eu.rempart.exchange.csv;

import java.io.InputStream;
import java.util.Iterator;

/** A file that is made while it is read. */
final class Chunks extends InputStream {

  private final Iterator<byte[]> chunks;
  private byte[] chunk = new byte[0];
  private int at;

  Chunks(Iterator<byte[]> chunks) {
    this.chunks = chunks;
  }

  @Override
  public int read() {
    return fill() ? chunk[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (!fill()) {
      return -1;
    }
    var n = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, buffer, offset, n);
    at += n;
    return n;
  }

  private boolean fill() {
    while (at == chunk.length && chunks.hasNext()) {
      chunk = chunks.next();
      at = 0;
    }
    return at < chunk.length;
  }
}
