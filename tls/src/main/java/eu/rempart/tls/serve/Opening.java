package eu.rempart.tls.serve;

import eu.rempart.tls.gate.Verdict;
import io.netty.buffer.ByteBuf;

/**
 * Watches that a client says what it wants in due time: bytes up to an empty line, as the head of a
 * request is and the preface of HTTP/2, or whatever makes the backend answer. Without it, a client
 * that sends a byte a second would hold a connection of the backend for ever.
 */
final class Opening {
  private static final byte[] EMPTY_LINE = {'\r', '\n', '\r', '\n'};

  private final Visit visit;
  private boolean begun;
  private boolean over;
  private int matched;

  Opening(Visit visit) {
    this.visit = visit;
  }

  void begin() {
    // Nobody is to blame for a connection that was opened in advance and not used.
    visit.deadline(visit.parts().settings().times().unused(), visit::close);
  }

  void sent(ByteBuf bytes) {
    if (over) {
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

  private void match(byte next) {
    if (next == EMPTY_LINE[matched]) {
      if (++matched == EMPTY_LINE.length) {
        over();
      }
    } else {
      matched = next == '\r' ? 1 : 0;
    }
  }

  void answered() {
    if (!over) {
      over();
    }
  }

  void over() {
    over = true;
    visit.noDeadline();
  }
}
