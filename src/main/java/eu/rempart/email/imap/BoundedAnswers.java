package eu.rempart.email.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Hands on what a server sends until it is too much; nothing after that. */
final class BoundedAnswers extends FilterInputStream {

  /** Where it is told why no more is handed on. */
  interface Verdict {
    void ended(ImapFault fault);
  }

  private final AnswerScanner scanner;
  private final Verdict verdict;
  private @Nullable ImapFault fault;

  BoundedAnswers(InputStream in, AnswerScanner scanner, Verdict verdict) {
    super(in);
    this.scanner = scanner;
    this.verdict = verdict;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (fault == null) {
      int got = in.read(into, offset, length);
      if (got <= 0) {
        return got;
      }
      fault = scanner.scan(into, offset, got);
      if (fault == null) {
        return got;
      }
      verdict.ended(fault);
    }
    throw new ImapRefusedException(fault);
  }

  @Override
  public long skip(long count) throws IOException {
    return read(new byte[(int) Math.min(8_192, count)]);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
