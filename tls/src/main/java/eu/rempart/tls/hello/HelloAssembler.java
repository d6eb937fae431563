package eu.rempart.tls.hello;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a ClientHello together from TLS records that arrive in any portions; the hello may be spread
 * over records, and records over packets (RFC 8446, 5.1). Memory grows with what has arrived, not
 * with what is announced. Not safe for use by several threads.
 */
public final class HelloAssembler {
  /** In bytes; browsers send below 2,000, with post-quantum shares below 4,000. */
  public static final int LONGEST = 16 * 1024;

  /** Nobody cuts a hello into more; each costs the server five bytes and work. */
  static final int MOST_RECORDS = 64;

  private static final int RECORD_HEADER = 5;
  private static final int MESSAGE_HEADER = 4;
  private static final int LONGEST_RECORD = 16 * 1024;
  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int USUAL = 1024;

  private final byte[] header = new byte[RECORD_HEADER];
  private int headerBytes;
  private int recordLeft;
  private int records;
  private byte[] message = new byte[USUAL];
  private int messageBytes;

  /**
   * Takes the bytes that arrived next.
   *
   * @return the hello as soon as it is complete, else null; bytes after it are left in the buffer
   * @throws HelloException as soon as what came can't become one
   */
  public @Nullable ClientHello feed(ByteBuffer in) throws HelloException {
    while (in.hasRemaining()) {
      if (recordLeft == 0) {
        header[headerBytes++] = in.get();
        checkHeader();
        continue;
      }
      int portion = Math.min(recordLeft, in.remaining());
      append(in, portion);
      recordLeft -= portion;
      if (recordLeft == 0) {
        headerBytes = 0;
      }
      if (isComplete()) {
        return new HelloReader(ByteBuffer.wrap(message, MESSAGE_HEADER, length())).read();
      }
    }
    return null;
  }

  private void checkHeader() throws HelloException {
    HelloException.check(header[0] == HANDSHAKE, "the record holds no handshake");
    HelloException.check(headerBytes < 2 || header[1] == 3, "the record's version is unknown");
    if (headerBytes < RECORD_HEADER) {
      return;
    }
    recordLeft = (header[3] & 0xff) << 8 | (header[4] & 0xff);
    HelloException.check(recordLeft > 0, "a record is empty");
    HelloException.check(recordLeft <= LONGEST_RECORD, "a record is too long");
    HelloException.check(++records <= MOST_RECORDS, "it is cut into too many records");
  }

  private void append(ByteBuffer in, int portion) throws HelloException {
    int kept = Math.min(portion, MESSAGE_HEADER + LONGEST - messageBytes);
    if (messageBytes + kept > message.length) {
      message = Arrays.copyOf(message, Math.max(2 * message.length, messageBytes + kept));
    }
    in.get(message, messageBytes, kept);
    in.position(in.position() + portion - kept);
    messageBytes += kept;
    HelloException.check(message[0] == CLIENT_HELLO, "the handshake begins with no ClientHello");
    if (messageBytes >= MESSAGE_HEADER) {
      HelloException.check(length() <= LONGEST, "it is longer than " + LONGEST + " bytes");
    }
  }

  private boolean isComplete() {
    return messageBytes >= MESSAGE_HEADER && messageBytes - MESSAGE_HEADER >= length();
  }

  private int length() {
    return (message[1] & 0xff) << 16 | (message[2] & 0xff) << 8 | (message[3] & 0xff);
  }
}
