package eu.rempart.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * A person's name in two parts. Either may be the empty text, as an address book may know only one.
 *
 * @param first given names
 * @param last family name with its particles
 */
public record PersonName(String first, String last) {

  private static final Set<String> PARTICLES =
      Set.of(
          "al", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du",
          "el", "la", "le", "ten", "ter", "van", "von", "vom", "zu", "zum", "zur", "d'", "’t", "'t",
          "op", "of", "vande", "vanden", "vander");

  /** Takes the parts as typed. */
  public PersonName {
    first = InvisibleMarks.strip(first).strip();
    last = InvisibleMarks.strip(last).strip();
  }

  /**
   * Splits a name written in one piece: {@code Dupont, Jean}; {@code DUPONT Jean}; {@code Jean
   * DUPONT}; {@code Jan van der Berg}; else the last word is the family name.
   */
  public static PersonName split(String full) {
    var text = full.strip().replaceAll("\\s+", " ");
    var comma = text.indexOf(',');
    if (comma > 0 && comma < text.length() - 1) {
      return new PersonName(text.substring(comma + 1), text.substring(0, comma));
    }
    var words = text.split(" ");
    if (words.length == 1) {
      return new PersonName("", text);
    }
    var at = familyNameFirst(words);
    if (at > 0) {
      return new PersonName(join(words, at, words.length), join(words, 0, at));
    }
    var start = words.length - 1;
    while (start > 1 && (isShouted(words[start - 1]) && isShouted(words[start]))) {
      start--;
    }
    for (var i = 1; i < start; i++) {
      if (PARTICLES.contains(words[i].toLowerCase(Locale.ROOT))) {
        start = i;
      }
    }
    return new PersonName(join(words, 0, start), join(words, start, words.length));
  }

  /** Both parts as people read them. */
  public String full() {
    return first.isEmpty() ? last : last.isEmpty() ? first : first + " " + last;
  }

  /** One or two letters to stand for a picture; empty when the name is. */
  public String initials() {
    return initial(first) + initial(last);
  }

  @Override
  public String toString() {
    return "PersonName[hidden]";
  }

  /** How many leading words are a shouted family name before a quiet given name; 0 if none. */
  private static int familyNameFirst(String[] words) {
    var shouted = 0;
    while (shouted < words.length && isShouted(words[shouted])) {
      shouted++;
    }
    return shouted < words.length ? shouted : 0;
  }

  private static boolean isShouted(String word) {
    return word.codePoints().filter(Character::isLetter).count() > 1
        && word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", Arrays.asList(words).subList(from, to));
  }

  private static String initial(String part) {
    return part.codePoints()
        .filter(Character::isLetter)
        .limit(1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .toUpperCase(Locale.ROOT);
  }
}
