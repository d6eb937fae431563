package eu.rempart.tls.http;

/**
 * Finds the end of the first headers in what a client of HTTP/2 sends: its preface, then frames, of
 * which nothing but type, flags and length is looked at (RFC 9113, 3.4, 4.1, 6.2).
 */
public final class Http2Head {

  private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
  private static final int FRAME = 9;
  private static final int HEADERS = 1;
  private static final int CONTINUATION = 9;
  private static final int END_HEADERS = 4;

  private int preface;
  private int at;
  private int left;
  private int type;
  private int flags;
  private boolean asking;
  private int stream;

  /** Takes the next byte; true once the first headers are whole. */
  public boolean next(byte value) {
    if (preface < PREFACE) {
      preface++;
      return false;
    }
    if (at == FRAME) {
      left--;
    } else {
      header(value & 0xff);
    }
    if (at < FRAME || left > 0) {
      return false;
    }
    at = 0;
    return (type == HEADERS || type == CONTINUATION) && (flags & END_HEADERS) != 0;
  }

  private void header(int value) {
    switch (at) {
      case 0 -> left = value << 16;
      case 1 -> left |= value << 8;
      case 2 -> left |= value;
      case 3 -> {
        type = value;
        asking |= value == HEADERS;
      }
      case 4 -> flags = value;
      default -> stream = stream << Byte.SIZE | value;
    }
    at++;
  }

  /** The stream of the frame that is read or was read last. */
  public int stream() {
    return stream & Integer.MAX_VALUE;
  }

  /** Whether a request was begun, or part of the preface or of a frame is still to come. */
  public boolean isAsking() {
    return asking || at > 0 || preface < PREFACE;
  }
}
