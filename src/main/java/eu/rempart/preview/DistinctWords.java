package eu.rempart.preview;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The different words of a text in the order in which they come first, until there are enough: what
 * stands between blanks, without the marks around it, so that an address or a number stays whole.
 */
final class DistinctWords implements Taker {

  /** Characters of all of them together, blanks included. */
  static final int CHARACTERS = 8_000;

  /** What is longer is cut into several: scripts that know no blanks have such. */
  private static final int LONGEST = 60;

  /** Characters that are looked at, however often they say the same. */
  private static final int READ = 8_000_000;

  private final Set<String> known = new HashSet<>();
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private int read;
  private boolean enough;

  @Override
  public boolean take(CharSequence piece) {
    for (int i = 0; i < piece.length() && !enough; i++) {
      char sign = piece.charAt(i);
      if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
        end();
      } else {
        word.append(sign);
        if (word.length() >= LONGEST && !Character.isHighSurrogate(sign)) {
          end();
        }
      }
      enough |= ++read == READ;
    }
    return !enough;
  }

  private void end() {
    int from = 0;
    int to = word.length();
    while (from < to && !isPart(word.codePointAt(from))) {
      from += Character.charCount(word.codePointAt(from));
    }
    while (to > from && !isPart(word.codePointBefore(to))) {
      to -= Character.charCount(word.codePointBefore(to));
    }
    String found = word.substring(from, to);
    word.setLength(0);
    if (found.isEmpty() || !known.add(found.toLowerCase(Locale.ROOT))) {
      return;
    }
    if (words.length() + 1 + found.length() > CHARACTERS) {
      enough = true;
    } else {
      words.append(words.isEmpty() ? "" : " ").append(found);
    }
  }

  private static boolean isPart(int sign) {
    return Character.isLetterOrDigit(sign) || Character.getType(sign) == Character.NON_SPACING_MARK;
  }

  /** Answers with what was taken. */
  void write(DataOutputStream out) throws IOException {
    end();
    TextBeginning.write(PlainFiles.printable(words.toString()), enough, out);
  }
}
