package eu.rempart.edge;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frames of HTTP/2 (RFC 9113, 4.1) put together by hand, as no client would. */
final class Frames {

  static final int HEADERS = 1;
  static final int RESET = 3;
  static final int SETTINGS = 4;
  static final int FAREWELL = 7;
  static final int CONTINUATION = 9;
  static final int END_OF_STREAM = 1;
  static final int END_OF_HEADERS = 4;

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Frames() {
    out.writeBytes(PREFACE);
    add(SETTINGS, 0, 0, new byte[0]);
  }

  Frames add(int type, int flags, int stream, byte[] content) {
    byte[] head =
        ByteBuffer.allocate(9)
            .put((byte) (content.length >> 16))
            .putShort((short) content.length)
            .put((byte) type)
            .put((byte) flags)
            .putInt(stream)
            .array();
    out.writeBytes(head);
    out.writeBytes(content);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Fields as {@code name=value}, written out one by one: neither indexed nor compressed. */
  static byte[] fields(List<String> fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (String field : fields) {
      int middle = field.indexOf('=');
      block.write(0);
      text(block, field.substring(0, middle));
      text(block, field.substring(middle + 1));
    }
    return block.toByteArray();
  }

  private static void text(ByteArrayOutputStream block, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < 127) {
      block.write(bytes.length);
    } else {
      block.write(127);
      int rest = bytes.length - 127;
      for (; rest > 127; rest >>= 7) {
        block.write((rest & 127) | 128);
      }
      block.write(rest);
    }
    block.writeBytes(bytes);
  }

  /**
   * Reads until the server says something of a stream, or ends all of them.
   *
   * @throws EOFException if the connection ends before that
   */
  static void awaitAnswer(InputStream in) throws IOException {
    DataInputStream frames = new DataInputStream(in);
    int type = SETTINGS;
    while (type != HEADERS && type != RESET && type != FAREWELL) {
      int length = (frames.readUnsignedByte() << 16) | frames.readUnsignedShort();
      type = frames.readUnsignedByte();
      frames.readUnsignedByte();
      frames.readInt();
      frames.skipNBytes(length);
    }
  }
}
