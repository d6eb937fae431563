package eu.rempart.email.imap;

import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a server answers to one command (RFC 9051, 2.2.2), byte by byte, and finds what would
 * cost memory at once that the connection never carried: literals and mailboxes whose announced
 * size is a lie. It recognises a literal exactly as the mail library does, also where the
 * announcement spans the end of another literal.
 */
final class AnswerScanner {

  /**
   * Bytes of one answer: 8 MB. Mails are fetched in pieces of 1 MB, so none comes near it; all
   * mailboxes that are read at once stay within some tens of megabytes.
   */
  static final int MOST = 8 << 20;

  /** Bytes of one answer that brings headers or lists: 3 MB. */
  static final int FEW = 3 << 20;

  /** Bytes of one line, literals aside. */
  static final int MOST_OF_LINE = 1 << 20;

  /** Bytes outside of literals: each may become an object of fifty. */
  static final int MOST_OF_STRUCTURE = 2 << 20;

  static final int MOST_LINES = 50_000;

  /** Mails of a folder; the library keeps a place for each that is announced. */
  static final int MOST_MAILS = 4_000_000;

  private static final int PREFIX = 48;

  /** So much of a line tells whether it is a greeting of IMAP (RFC 9051, 7.1). */
  private static final Pattern GREETING = Pattern.compile("\\* ?(OK|PREAUTH|BYE)\\b");

  private static final Pattern EXISTS = Pattern.compile("\\* ?[+-]?([0-9]+) ?EXISTS\\b");

  /** No message has such a number, however many zeros it begins with. */
  private static final Pattern ENDLESS = Pattern.compile("\\* ?[+-]?[0-9]{11}");

  /** Of an extension that is never asked for: its ranges of numbers would be unfolded. */
  private static final Pattern VANISHED = Pattern.compile("\\* ?VANISHED\\b");

  private enum Brace {
    NONE,
    /** Between the braces, digits alone so far. */
    OPEN,
    CLOSED,
    /** Closed, and a carriage return behind it. */
    RETURNED
  }

  private final IntSupplier most;
  private final StringBuilder prefix = new StringBuilder(PREFIX);
  private boolean greeted;
  private int bytes;
  private int structure;
  private int line;
  private int lines;
  private long literal;
  private Brace brace = Brace.NONE;
  private long announced;
  private boolean returned;

  /**
   * A scanner of answers.
   *
   * @param most bytes that one may have at the moment
   */
  AnswerScanner(IntSupplier most) {
    this.most = most;
  }

  /** The greeting came already, as where a connection begins in clear. */
  void greeted() {
    greeted = true;
  }

  /** A command goes out: what comes next answers it. */
  void command() {
    bytes = 0;
    structure = 0;
    lines = 0;
  }

  /**
   * Looks at what was read, and changes the digits of a number that is no announcement but would be
   * taken for one.
   *
   * @return why no more is taken; null where all is well
   */
  @Nullable ImapFault scan(byte[] read, int from, int count) {
    bytes += count;
    if (bytes > most.getAsInt()) {
      return ImapFault.TOO_MUCH;
    }
    for (int i = from; i < from + count; i++) {
      ImapFault fault = next(read, i);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private @Nullable ImapFault next(byte[] read, int at) {
    byte b = read[at];
    boolean ends = b == '\n' && returned;
    returned = b == '\r';
    boolean announces = b == '\n' && brace == Brace.RETURNED;
    brace(read, at);
    if (literal > 0) {
      literal--;
      return null;
    }
    line++;
    structure++;
    if (line > MOST_OF_LINE || structure > MOST_OF_STRUCTURE) {
      return greeted || greets() ? ImapFault.TOO_MUCH : ImapFault.NOT_IMAP;
    }
    if (ends) {
      return announces ? literal() : ended();
    }
    // as the library reads it: blanks count once
    boolean blank = b == ' ' && !prefix.isEmpty() && prefix.charAt(prefix.length() - 1) == ' ';
    if (prefix.length() < PREFIX && !blank) {
      prefix.append((char) (b & 0xff));
    }
    return null;
  }

  private void brace(byte[] read, int at) {
    byte b = read[at];
    if (b == '{') {
      brace = Brace.OPEN;
      announced = -1;
    } else if (brace == Brace.OPEN && b >= '0' && b <= '9') {
      announced = Math.min(Integer.MAX_VALUE, Math.max(0, announced) * 10 + (b - '0'));
      if (announced > most.getAsInt() && literal == 0) {
        read[at] = 'x'; // a number in a text, which nobody makes room for any more
      }
    } else if (brace == Brace.OPEN && b == '}' && announced >= 0) {
      brace = Brace.CLOSED;
    } else if (brace == Brace.CLOSED && b == '\r') {
      brace = Brace.RETURNED;
    } else {
      brace = Brace.NONE;
    }
  }

  private @Nullable ImapFault literal() {
    if (bytes + announced > most.getAsInt()) {
      return ImapFault.TOO_MUCH;
    }
    literal = announced;
    return null;
  }

  private @Nullable ImapFault ended() {
    lines++;
    line = 0;
    if (!greeted && !greets()) {
      return ImapFault.NOT_IMAP;
    }
    greeted = true;
    String begin = begin();
    prefix.setLength(0);
    if (ENDLESS.matcher(begin).lookingAt()) {
      return ImapFault.TOO_MUCH;
    }
    var exists = EXISTS.matcher(begin);
    boolean many = exists.lookingAt() && Long.parseLong(exists.group(1)) > MOST_MAILS;
    boolean lies = many || VANISHED.matcher(begin).lookingAt();
    return lies || lines > MOST_LINES ? ImapFault.TOO_MUCH : null;
  }

  private String begin() {
    return prefix.toString().toUpperCase(Locale.ROOT);
  }

  private boolean greets() {
    return GREETING.matcher(begin()).lookingAt();
  }
}
