package eu.rempart.exchange.vcard;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns text of another encoding, UTF-16 in practice, into UTF-8 while it is read. */
final class Utf8Stream extends InputStream {

  private final Reader reader;
  private final char[] chars = new char[8_192];
  private byte[] bytes = new byte[0];
  private int at;
  private int kept;

  Utf8Stream(InputStream in, Charset charset) {
    reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    var n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, buffer, offset, n);
    at += n;
    return n;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      var n = reader.read(chars, kept, chars.length - kept);
      if (n < 0) {
        return false;
      }
      n += kept;
      // Half of a letter outside the basic plane waits for its other half.
      kept = Character.isHighSurrogate(chars[n - 1]) ? 1 : 0;
      bytes = new String(chars, 0, n - kept).getBytes(StandardCharsets.UTF_8);
      chars[0] = chars[n - 1];
      at = 0;
    }
    return true;
  }
}
