package eu.rempart.vault.password;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells of a password how many characters remain when everything is taken away that guessers put
 * together first: known words, years, runs along the keyboard, one character many times.
 */
final class Predictable {

  /** With fewer, a password consists of what was taken away. */
  static final int LEAST_OTHERS = 8;

  private static final int RUN = 4;
  private static final int SAME = 3;

  private static final Set<String> EVERYDAY =
      Stream.of(
              "password passwd passwort kennwort motdepasse wachtwoord contrasena parola senha",
              "secret geheim azerty qwerty qwertz welcome willkommen bienvenue welkom login",
              "admin administrator administrateur letmein iloveyou jetaime ichliebedich",
              "changeme changezmoi default master computer internet dragon monkey football",
              "princess sunshine superman batman summer winter spring autumn sommer herbst",
              "printemps automne company entreprise")
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .map(Folding::word)
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> ROWS =
      Stream.of(
              "01234567890 abcdefghijklmnopqrstuvwxyz",
              "qwertyuiop asdfghjkl zxcvbnm azertyuiop qsdfghjklm wxcvbn qwertzuiop yxcvbnm",
              "1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 1qay 2wsy")
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
          .toList();

  private final int[] folded;
  private final int[] bare;
  private final boolean[] taken;

  private Predictable(int[] folded, int[] bare) {
    this.folded = folded;
    this.bare = bare;
    this.taken = new boolean[folded.length];
  }

  /** Why a password is too easy to put together. */
  static Optional<PasswordFault> fault(int[] folded, ContextWords context) {
    int[] bare = Folding.bare(folded);
    try {
      return new Predictable(folded, bare).fault(context);
    } finally {
      Arrays.fill(bare, 0);
    }
  }

  private Optional<PasswordFault> fault(ContextWords context) {
    if (isRepeated()) {
      return Optional.of(PasswordFault.COMMON);
    }
    boolean personal = takeWords(context.words());
    boolean common = takeWords(EVERYDAY);
    common |= takeRuns();
    common |= takeSame();
    takeYears();
    boolean known = personal || common;
    if (!known || others() >= LEAST_OTHERS) {
      return Optional.empty();
    }
    return Optional.of(personal ? PasswordFault.PERSONAL : PasswordFault.COMMON);
  }

  /** A few characters again and again, the last time perhaps not to their end. */
  private boolean isRepeated() {
    for (int period = 1; period <= Math.min(LEAST_OTHERS, folded.length / 2); period++) {
      if (Arrays.equals(folded, period, folded.length, folded, 0, folded.length - period)) {
        return true;
      }
    }
    return false;
  }

  private boolean takeWords(Collection<String> words) {
    boolean found = false;
    for (String word : words) {
      int[] points = word.codePoints().toArray();
      for (int at = 0; at + points.length <= bare.length; at++) {
        if (Arrays.equals(bare, at, at + points.length, points, 0, points.length)) {
          take(at, points.length);
          found = true;
        }
      }
    }
    return found;
  }

  private boolean takeRuns() {
    boolean found = false;
    for (String row : ROWS) {
      for (int at = 0; at < folded.length; at++) {
        int from = row.indexOf(folded[at]);
        int length = 0;
        while (from >= 0
            && from + length < row.length()
            && at + length < folded.length
            && row.charAt(from + length) == folded[at + length]) {
          length++;
        }
        if (length >= RUN) {
          take(at, length);
          found = true;
        }
      }
    }
    return found;
  }

  private boolean takeSame() {
    boolean found = false;
    for (int at = 0; at < folded.length; ) {
      int length = 1;
      while (at + length < folded.length && folded[at + length] == folded[at]) {
        length++;
      }
      if (length >= SAME) {
        take(at + 1, length - 1);
        found = true;
      }
      at += length;
    }
    return found;
  }

  private void takeYears() {
    for (int at = 0; at + 4 <= folded.length; at++) {
      boolean century = isAt(at, '1', '9') || isAt(at, '2', '0');
      if (century && isDigit(folded[at + 2]) && isDigit(folded[at + 3])) {
        take(at, 4);
      }
    }
  }

  private boolean isAt(int at, char first, char second) {
    return folded[at] == first && folded[at + 1] == second;
  }

  private static boolean isDigit(int point) {
    return point >= '0' && point <= '9';
  }

  private void take(int from, int length) {
    Arrays.fill(taken, from, from + length, true);
  }

  private int others() {
    int others = 0;
    for (boolean each : taken) {
      others += each ? 0 : 1;
    }
    return others;
  }
}
