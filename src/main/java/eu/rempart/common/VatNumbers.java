package eu.rempart.common;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** VAT numbers as registers write them: in capitals, without spaces and dots. */
public final class VatNumbers {

  private static final Pattern BETWEEN = Pattern.compile("[\\s.\\u00a0\\u202f\\u2009]+");

  private VatNumbers() {}

  /** The number as it is kept; null where nothing is left of it. */
  public static @Nullable String kept(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    String plain = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    return plain.isEmpty() ? null : plain;
  }
}
