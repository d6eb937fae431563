package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.http.Apology;
import eu.rempart.tls.http.Http2Head;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Watches that a client says what it wants in due time: bytes up to an empty line, as the head of a
 * request is, or whatever makes the backend answer; with HTTP/2 the headers of a first request,
 * since its preface asks for nothing and is answered all the same. Without it, a client that sends
 * a byte a second would hold a connection of the backend for ever.
 */
final class Opening {
  private static final byte[] EMPTY_LINE = {'\r', '\n', '\r', '\n'};

  private final Visit visit;
  private final @Nullable Http2Head http2;
  private boolean begun;
  private long unused;
  private boolean over;
  private boolean asked;
  private int matched;

  /**
   * Watches a visit.
   *
   * @param http2 whether HTTP/2 was agreed on
   */
  Opening(Visit visit, boolean http2) {
    this.visit = visit;
    this.http2 = http2 ? new Http2Head() : null;
  }

  void begin() {
    // Nobody is to blame for a connection that was opened in advance and not used.
    Duration time = visit.parts().settings().times().unused();
    unused = System.nanoTime() + time.toNanos();
    visit.deadline(time, visit::close);
  }

  void sent(ByteBuf bytes) {
    if (over) {
      return;
    }
    if (http2 != null) {
      frames(http2, bytes);
      return;
    }
    if (!begun) {
      begun = true;
      visit.deadline(visit.parts().settings().times().firstRequest(), Verdict.REQUEST_TOO_SLOW);
    }
    for (int i = bytes.readerIndex(); i < bytes.writerIndex() && !over; i++) {
      match(bytes.getByte(i));
    }
  }

  /** Browsers open a connection in advance, with its preface: nobody is to blame for that. */
  private void frames(Http2Head head, ByteBuf bytes) {
    for (int i = bytes.readerIndex(); i < bytes.writerIndex() && !over; i++) {
      if (head.next(bytes.getByte(i))) {
        asked = true;
        over();
      }
    }
    if (!over && begun != head.isAsking()) {
      begun = !begun;
      if (begun) {
        visit.deadline(visit.parts().settings().times().firstRequest(), Verdict.REQUEST_TOO_SLOW);
      } else {
        // the time for doing nothing is counted on, however many frames say nothing
        visit.deadline(Duration.ofNanos(Math.max(1, unused - System.nanoTime())), visit::close);
      }
    }
  }

  private void match(byte next) {
    if (next == EMPTY_LINE[matched]) {
      if (++matched == EMPTY_LINE.length) {
        asked = true;
        over();
      }
    } else {
      matched = next == '\r' ? 1 : 0;
    }
  }

  /** Whether the client has asked for something, and may be told why it gets nothing. */
  boolean isAsked() {
    return asked;
  }

  /** What a client is told that has asked, in the protocol that it speaks. */
  ByteBuf apology(Apology.Status status) {
    return http2 == null ? Apology.http1(status) : Apology.http2(status, http2.stream());
  }

  void answered() {
    if (!over && http2 == null) {
      over();
    }
  }

  void over() {
    over = true;
    visit.noDeadline();
  }
}
