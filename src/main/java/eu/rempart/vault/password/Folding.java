package eu.rempart.vault.password;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Passwords as guessers see them: without case and accents, and with the letters that digits and
 * signs stand for. Makes no text of a password, which would stay in memory until it is collected;
 * the arrays are the caller's to zero.
 */
final class Folding {

  private Folding() {}

  /** Code points in lower case, without accents. */
  static int[] fold(char[] text) {
    int[] folded = new int[text.length];
    int size = 0;
    for (int i = 0; i < text.length; ) {
      int point = Character.codePointAt(text, i);
      i += Character.charCount(point);
      if (Character.getType(point) != Character.NON_SPACING_MARK) {
        folded[size++] = Character.toLowerCase(point < 128 ? point : base(point));
      }
    }
    int[] exact = Arrays.copyOf(folded, size);
    Arrays.fill(folded, 0);
    return exact;
  }

  private static int base(int point) {
    return Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD).codePointAt(0);
  }

  /** The same, where {@code p@55w0rd} is {@code password}; an L is an I, as one stands for both. */
  static int[] bare(int[] folded) {
    return Arrays.stream(folded).map(Folding::letter).toArray();
  }

  private static int letter(int point) {
    return switch (point) {
      case '@', '4' -> 'a';
      case '3' -> 'e';
      case '1', '!', 'l' -> 'i';
      case '0' -> 'o';
      case '$', '5' -> 's';
      case '7' -> 't';
      default -> point;
    };
  }

  /** A word as {@link #bare} has it. */
  static String word(String text) {
    int[] bare = bare(fold(text.toCharArray()));
    return new String(bare, 0, bare.length);
  }
}
