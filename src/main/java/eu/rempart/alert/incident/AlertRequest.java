package eu.rempart.alert.incident;

import eu.rempart.alert.channel.Severity;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That something is wrong.
 *
 * @param key what is the same: while an incident of it is open, the same again is the same
 *     incident; 1 to 200 characters
 * @param source what found it, such as {@code watch}: many at once of one source become one
 * @param label what it is about, by which it can be silenced; at most 80 characters
 * @param what names its texts: {@code alert.what.WHAT.title} and {@code alert.what.WHAT.text}
 * @param facts the arguments of these texts: names, codes and counts, nothing of customers
 * @param path of the page to look at, from the root; null for the page of incidents
 * @param quietUntil planned maintenance of what it is about; null if there is none
 */
public record AlertRequest(
    String key,
    String source,
    String label,
    Severity severity,
    String what,
    List<String> facts,
    @Nullable String path,
    Ending ending,
    @Nullable Instant quietUntil) {

  static final int LONGEST_KEY = 200;
  public static final int LONGEST_LABEL = 80;
  private static final int LONGEST_FACT = 200;
  private static final int MOST_FACTS = 8;
  private static final Pattern SOURCE = Pattern.compile("[a-z][a-z.-]{0,39}");
  private static final Pattern WHAT = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/?=&.-]{0,199}");

  /** Checks, and cuts what strangers may have made long. */
  public AlertRequest {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "a key has 1 to %d characters, got %d".formatted(LONGEST_KEY, key.length()));
    }
    if (!SOURCE.matcher(source).matches() || !WHAT.matcher(what).matches()) {
      throw new IllegalArgumentException("no source or kind: %s, %s".formatted(source, what));
    }
    if (facts.size() > MOST_FACTS || (path != null && !PATH.matcher(path).matches())) {
      throw new IllegalArgumentException(
          "at most %d facts and a path, got %d".formatted(MOST_FACTS, facts.size()));
    }
    label = cut(label, LONGEST_LABEL);
    facts = facts.stream().map(fact -> cut(fact, LONGEST_FACT)).toList();
  }

  private static String cut(String text, int most) {
    String clean = text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
    return clean.length() <= most ? clean : clean.substring(0, most);
  }
}
