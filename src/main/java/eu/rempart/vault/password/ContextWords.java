package eu.rempart.vault.password;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words that an attacker knows before the first guess: the person's name and address, the firm, the
 * hosts of the installation. "Rempart" is always one of them (OWASP ASVS 5.0, 6.2.11).
 */
public final class ContextWords {

  /** Shorter ones occur in other words by chance. */
  static final int SHORTEST = 4;

  /** Nothing is known but the product. */
  public static final ContextWords NONE = new ContextWords(Set.of("rempart"));

  /** In the form of {@link Folding#word}. */
  private final Set<String> words;

  private ContextWords(Set<String> words) {
    this.words = Set.copyOf(words);
  }

  /** The same, and each part of names of people or firms; nulls are skipped. */
  public ContextWords withNames(@Nullable String... names) {
    Set<String> more = new TreeSet<>(words);
    for (String name : names) {
      if (name != null) {
        parts(name, more);
      }
    }
    return new ContextWords(more);
  }

  /** The same, and an e-mail address: what stands before the @, and its domain. */
  public ContextWords withAddress(@Nullable String address) {
    if (address == null) {
      return this;
    }
    String[] sides = address.strip().split("@", 2);
    ContextWords local = withNames(sides[0]);
    return sides.length == 1 ? local : local.withHosts(List.of(sides[1]));
  }

  /** The same, and host names, each without its top-level domain. */
  public ContextWords withHosts(Iterable<String> hosts) {
    Set<String> more = new TreeSet<>(words);
    for (String host : hosts) {
      String[] labels = host.strip().split("\\.", -1);
      Arrays.stream(labels)
          .limit(Math.max(1, labels.length - 1L))
          .forEach(label -> parts(label, more));
    }
    return new ContextWords(more);
  }

  /** Its words, and all of them in one. */
  private static void parts(String text, Set<String> words) {
    StringBuilder whole = new StringBuilder();
    for (String part : text.split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
      add(part, words);
      whole.append(part);
    }
    add(whole.toString(), words);
    add(text.strip(), words);
  }

  private static void add(String word, Set<String> words) {
    String folded = Folding.word(word);
    if (folded.codePoints().filter(Character::isLetterOrDigit).count() >= SHORTEST) {
      words.add(folded);
    }
  }

  Set<String> words() {
    return words;
  }

  /** Says nothing of them: names are customer data. */
  @Override
  public String toString() {
    return "ContextWords[%d]".formatted(words.size());
  }
}
