package eu.rempart.exchange.value;

import java.text.Normalizer;
import java.util.Locale;

/** Folds a header or a word, so that spellings which people don't tell apart become equal. */
public final class TextKey {

  private TextKey() {}

  /**
   * Lower case without accents; ß is ss; whatever isn't a letter or digit becomes one space between
   * words. {@code E-mail 1 – Valeur} is {@code e mail 1 valeur}.
   */
  public static String of(String text) {
    var key = new StringBuilder(text.length());
    var folded = isAscii(text) ? text : fold(text);
    var gap = false;
    for (var i = 0; i < folded.length(); i++) {
      var c = Character.toLowerCase(folded.charAt(i));
      if (Character.isLetterOrDigit(c)) {
        if (gap && !key.isEmpty()) {
          key.append(' ');
        }
        gap = false;
        key.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        gap = true;
      }
    }
    return key.toString();
  }

  private static boolean isAscii(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ł", "l")
        .replace("ı", "i");
  }
}
