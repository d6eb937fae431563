package eu.rempart.search.word;

import com.ibm.icu.text.Normalizer2;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/**
 * Brings text to the form in which it is compared: lower case, no accents, compatibility forms,
 * ligatures and digits of all scripts made plain (UTR 30, as Lucene ships it), and a few letters
 * that UTR 30 leaves alone.
 */
public final class Folding {

  private static final Normalizer2 NORMALIZER = ICUFoldingFilter.NORMALIZER;

  private Folding() {}

  /** The text without case and accents, as all texts are compared. */
  public static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return plain(NORMALIZER.normalize(text));
      }
    }
    return lower(text);
  }

  /**
   * The text with ä, ö, ü, å and ø written as ae, oe, ue, aa and oe, as people without these keys
   * write them; the same text when there are none.
   */
  public static String spellOut(String text) {
    StringBuilder spelled = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String pair =
          switch (c) {
            case 'ä', 'Ä' -> "ae";
            case 'ö', 'Ö', 'ø', 'Ø' -> "oe";
            case 'ü', 'Ü' -> "ue";
            case 'å', 'Å' -> "aa";
            default -> null;
          };
      if (pair != null && spelled == null) {
        spelled = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (spelled != null) {
        if (pair == null) {
          spelled.append(c);
        } else {
          spelled.append(pair);
        }
      }
    }
    return spelled == null ? text : spelled.toString();
  }

  private static String lower(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        char[] chars = ascii.toCharArray();
        for (int j = i; j < chars.length; j++) {
          if (chars[j] >= 'A' && chars[j] <= 'Z') {
            chars[j] = (char) (chars[j] + 'a' - 'A');
          }
        }
        return new String(chars);
      }
    }
    return ascii;
  }

  private static String plain(String folded) {
    StringBuilder plain = null;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      String replacement =
          switch (c) {
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            case 'ß' -> "ss";
            case 'þ' -> "th";
            case 'ð', 'đ' -> "d";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'ı' -> "i";
            default -> null;
          };
      if (replacement != null && plain == null) {
        plain = new StringBuilder(folded.length() + 8).append(folded, 0, i);
      }
      if (plain != null) {
        if (replacement == null) {
          plain.append(c);
        } else {
          plain.append(replacement);
        }
      }
    }
    return plain == null ? folded : plain.toString();
  }
}
