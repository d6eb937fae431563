package eu.rempart.email.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A mail in memory: whole, or the first bytes of one that is too large, which are its texts, as
 * they stand before its files, and the first of these, which ends in the middle. What its server
 * says of its size decides only how soon that is known.
 *
 * @param whole whether all of it is there, and no larger than is kept
 */
record FetchedMail(MimeMessage message, boolean whole) {

  /** So much of a large mail is read: texts of any size that is kept, in any encoding. */
  static final int BEGINNING = 4 << 20;

  /**
   * Fetches a mail.
   *
   * @param size bytes, as its server says; negative where it does not
   */
  static FetchedMail of(MimeMessage message, long size) throws MessagingException, IOException {
    var head = new Head(size > MailReader.MOST ? BEGINNING : MailReader.MOST);
    boolean whole = size <= MailReader.MOST;
    boolean ended = true;
    try {
      message.writeTo(head);
    } catch (Enough _) {
      ended = false; // as was wanted
    }
    byte[] read = head.bytes();
    return new FetchedMail(
        new BoundedMessage(
            message.getSession(),
            ended ? read : Arrays.copyOf(read, Math.min(read.length, BEGINNING))),
        whole && ended);
  }

  /** Breaks the reading off, which the server's answers come in pieces for. */
  private static final class Head extends OutputStream {
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final int most;

    Head(int most) {
      this.most = most;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      int room = Math.min(length, most - read.size());
      read.write(from, offset, room);
      if (room < length) {
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
