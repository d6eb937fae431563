package eu.rempart.email.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The first bytes of a mail that is too large to be fetched: its texts, which stand before its
 * files, and the first of these, which ends in the middle.
 */
final class Beginning {

  /** So much of a mail is read: texts of any size that is kept, in any encoding. */
  static final int BYTES = 4 << 20;

  private Beginning() {}

  static MimeMessage of(MimeMessage message) throws MessagingException, IOException {
    var head = new Head();
    try {
      message.writeTo(head);
    } catch (Enough _) {
      // as was wanted
    }
    return new MimeMessage(message.getSession(), new ByteArrayInputStream(head.bytes()));
  }

  /** Breaks the reading off, which the server's answers come in pieces for. */
  private static final class Head extends OutputStream {
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      read.write(from, offset, Math.min(length, BYTES - read.size()));
      if (read.size() == BYTES) {
        throw new Enough();
      }
    }

    byte[] bytes() {
      return read.toByteArray();
    }
  }

  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
