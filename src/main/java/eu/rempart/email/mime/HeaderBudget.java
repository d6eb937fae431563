package eu.rempart.email.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What may be read of the headers of one mail, and how many parts it may have: each line and each
 * part becomes objects of a hundred bytes, so that a mail of 25 MB could take gigabytes.
 */
final class HeaderBudget {

  /** More than servers let through: 1 MB. */
  private static final int MOST_BYTES = 1 << 20;

  private static final int MOST_LINES = 20_000;
  private static final int MOST_PARTS = 2_000;

  private int bytes;
  private int lines;
  private int parts;

  /** Reads the headers that come next. */
  InternetHeaders headers(InputStream in) throws MessagingException {
    return new InternetHeaders(new Counted(in));
  }

  /** One more part of a mail. */
  void part() throws MessagingException {
    if (++parts > MOST_PARTS) {
      throw new MessagingException("more than %d parts".formatted(MOST_PARTS));
    }
  }

  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      if (read == '\n') {
        lines++;
      }
      if (++bytes > MOST_BYTES || lines > MOST_LINES) {
        throw new IOException("headers of more than %d bytes".formatted(MOST_BYTES));
      }
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int one = read();
      if (one < 0) {
        return -1;
      }
      into[offset] = (byte) one;
      return 1;
    }
  }
}
