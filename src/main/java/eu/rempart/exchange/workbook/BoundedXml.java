package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * XML in UTF-8 that a parser may be given: no document type, hence no entities; no tag, text or
 * comment that the parser would have to hold and that is over 4 MB; no more than 200 elements
 * within one another, nor than ten thousand names.
 */
final class BoundedXml extends FilterInputStream {

  /** Most bytes between two angle brackets, either way. */
  static final int MAX_TOKEN = 4 << 20;

  private static final int MAX_DEPTH = 200;

  /** Parsers remember each name that they met. */
  private static final int MAX_NAMES = 10_000;

  private enum State {
    TEXT,
    OPENED,
    TAG,
    QUOTED,
    BANG,
    COMMENT,
    CDATA,
    INSTRUCTION
  }

  private State state = State.TEXT;
  private int length;
  private int depth;
  private boolean closing;
  private int quote;
  private int last;
  private int beforeLast;
  private boolean begun;
  private int name;
  private int distinct;

  /** One bit for each hash of a name. */
  private final long[] names = new long[1 << 10];

  BoundedXml(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    var n = super.read(buffer, offset, count);
    if (!begun && n > 0) {
      begun = true;
      if ((buffer[offset] & 0xFE) == 0xFE) {
        throw new UnreadableFileException(FileProblem.WORKBOOK_BROKEN); // UTF-16, of nobody known
      }
    }
    for (var i = offset; i < offset + n; ) {
      i = take(buffer, i, offset + n);
      if (length > MAX_TOKEN) {
        throw new UnreadableFileException(FileProblem.WORKBOOK_TOO_LARGE);
      }
    }
    return n;
  }

  /** Takes what is of one kind, and answers where the next begins. */
  private int take(byte[] buffer, int from, int end) {
    var i = from;
    switch (state) {
      case TEXT -> {
        while (i < end && buffer[i] != '<') {
          i++;
        }
        length += i - from;
        if (i < end) {
          to(State.OPENED);
          i++;
        }
      }
      case QUOTED -> {
        while (i < end && buffer[i] != quote) {
          i++;
        }
        length += i - from;
        if (i < end) {
          state = State.TAG;
          last = quote;
          i++;
        }
      }
      case TAG -> i = tag(buffer, from, end);
      default -> {
        length++;
        takeSign(buffer[i]);
        beforeLast = last;
        last = buffer[i++];
      }
    }
    return i;
  }

  private void takeSign(int b) {
    switch (state) {
      case OPENED -> opened(b);
      case BANG -> {
        if (b != '-' && b != '[') {
          throw new UnreadableFileException(FileProblem.WORKBOOK_BROKEN);
        }
        state = b == '-' ? State.COMMENT : State.CDATA;
      }
      case COMMENT -> end(b == '>' && last == '-' && beforeLast == '-');
      case CDATA -> end(b == '>' && last == ']' && beforeLast == ']');
      case INSTRUCTION -> end(b == '>' && last == '?');
      case TEXT, TAG, QUOTED -> throw new IllegalStateException("taken elsewhere: " + state);
    }
  }

  private void opened(int b) {
    closing = b == '/';
    state = b == '!' ? State.BANG : b == '?' ? State.INSTRUCTION : State.TAG;
    name = state == State.TAG && !closing ? b : 0;
  }

  /** Takes names of elements and attributes up to a quotation mark or the end of the tag. */
  private int tag(byte[] buffer, int from, int end) {
    for (var i = from; i < end; i++) {
      int b = buffer[i];
      length++;
      if (b > '>' || b == '-' || b == '.' || (b >= '0' && b <= ':') || b < 0) {
        name = name * 31 + b;
      } else {
        count();
        if (b == '"' || b == '\'') {
          quote = b;
          state = State.QUOTED;
          return i + 1;
        }
        if (b == '>') {
          endTag();
          return i + 1;
        }
      }
      last = b;
    }
    return end;
  }

  /** Counts the name that has ended, if it may be another one than those before. */
  private void count() {
    if (name != 0) {
      var bit = (name ^ (name >>> 16)) & 0xFFFF;
      var bits = names[bit >>> 6];
      if ((bits >>> bit & 1) == 0) {
        names[bit >>> 6] = bits | 1L << bit;
        if (++distinct > MAX_NAMES) {
          throw new UnreadableFileException(FileProblem.WORKBOOK_TOO_LARGE);
        }
      }
      name = 0;
    }
  }

  private void endTag() {
    depth += closing ? -1 : last == '/' ? 0 : 1;
    if (depth > MAX_DEPTH) {
      throw new UnreadableFileException(FileProblem.WORKBOOK_TOO_LARGE);
    }
    to(State.TEXT);
  }

  private void end(boolean ended) {
    if (ended) {
      to(State.TEXT);
    }
  }

  private void to(State next) {
    state = next;
    length = 0;
  }
}
