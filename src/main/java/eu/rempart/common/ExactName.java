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
    return BLANKS.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /** The same; null for no name at all. */
  public static @Nullable String orNull(String name) {
    return name.isBlank() ? null : of(name);
  }
}
