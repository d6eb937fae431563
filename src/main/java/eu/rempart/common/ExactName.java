package eu.rempart.common;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form by which a name that somebody typed, or a file has, is recognised as the same one. */
public final class ExactName {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private ExactName() {}

  /** The name in lower case, with one blank between its words. */
  public static String of(String name) {
    String text = name.strip();
    return (isPlain(text) ? text : BLANKS.matcher(text).replaceAll(" ")).toLowerCase(Locale.ROOT);
  }

  /** Whether nothing is to be replaced, as in nearly every name of a file. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c == ' ' && text.charAt(i + 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  /** The same; null for no name at all. */
  public static @Nullable String orNull(String name) {
    return name.isBlank() ? null : of(name);
  }
}
