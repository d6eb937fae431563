package eu.rempart.tls.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * What a client gets in place of an answer that the backend does not give: a short page in the
 * languages of the product, since the edge does not read which one the client prefers.
 */
public final class Apology {

  /** Why there is no answer (RFC 9110, 15.6). */
  public enum Status {
    /** The backend takes no connection. */
    UNAVAILABLE(503, "Service Unavailable"),
    /** The backend took the connection and says nothing. */
    SILENT(504, "Gateway Timeout");

    private final int code;
    private final String phrase;

    Status(int code, String phrase) {
      this.code = code;
      this.phrase = phrase;
    }
  }

  private static final String TYPE = "text/plain; charset=utf-8";
  private static final int RETRY_SECONDS = 30;

  private static final byte[] TEXT =
      """
      The server does not answer right now. Please try again in a minute.
      Le serveur ne répond pas pour le moment. Réessayez dans une minute.
      Der Server antwortet gerade nicht. Versuchen Sie es in einer Minute noch einmal.
      De server antwoordt op dit moment niet. Probeer het over een minuut opnieuw.
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /** Indexes of HPACK's static table (RFC 7541, appendix A). */
  private static final int STATUS = 8;

  private static final int CACHE_CONTROL = 24;
  private static final int CONTENT_TYPE = 31;
  private static final int RETRY_AFTER = 53;

  private Apology() {}

  public static ByteBuf http1(Status status) {
    String head =
        "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                .formatted(status.code, status.phrase, TYPE, TEXT.length)
            + "Cache-Control: no-store\r\nRetry-After: %d\r\nConnection: close\r\n\r\n"
                .formatted(RETRY_SECONDS);
    return Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), TEXT);
  }

  /** The whole that a server says: its settings, the answer, and that nothing else follows. */
  public static ByteBuf http2(Status status, int stream) {
    ByteBuf fields = Unpooled.buffer();
    field(fields, STATUS, String.valueOf(status.code));
    field(fields, CONTENT_TYPE, TYPE);
    field(fields, CACHE_CONTROL, "no-store");
    field(fields, RETRY_AFTER, String.valueOf(RETRY_SECONDS));
    ByteBuf last = Unpooled.buffer().writeInt(stream).writeInt(0); // NO_ERROR
    ByteBuf out = Unpooled.buffer();
    frame(out, SETTINGS, 0, 0, Unpooled.EMPTY_BUFFER);
    frame(out, HEADERS, END_HEADERS, stream, fields);
    frame(out, DATA, END_STREAM, stream, Unpooled.wrappedBuffer(TEXT));
    frame(out, GOAWAY, 0, 0, last);
    return out;
  }

  /** A field that is not kept in the table of the client (RFC 7541, 6.2.2), of a known name. */
  private static void field(ByteBuf out, int index, String value) {
    int small = 0x0f;
    if (index < small) {
      out.writeByte(index);
    } else {
      out.writeByte(small).writeByte(index - small);
    }
    out.writeByte(value.length()).writeCharSequence(value, StandardCharsets.US_ASCII);
  }

  private static void frame(ByteBuf out, int type, int flags, int stream, ByteBuf content) {
    out.writeMedium(content.readableBytes()).writeByte(type).writeByte(flags).writeInt(stream);
    out.writeBytes(content);
  }
}
