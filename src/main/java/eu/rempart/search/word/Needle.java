package eu.rempart.search.word;

import java.util.ArrayList;
import java.util.List;

/** One thing that somebody looks for. Prints nothing: what is typed is customer data. */
public sealed interface Needle {

  /** What is typed beyond is ignored. */
  int LONGEST_TEXT = 200;

  int MOST_NEEDLES = 12;
  int LEAST_DIGITS = 3;

  /** A word of more letters is not looked for as two, nor two as one. */
  int LONGEST_JOINED = 24;

  /** The beginning of a word or, from three letters on, any part of one. */
  record Word(String part) implements Needle {
    @Override
    public String toString() {
      return "Word";
    }
  }

  /** Part of an e-mail address with its {@code @}. */
  record Email(String part) implements Needle {
    @Override
    public String toString() {
      return "Email";
    }
  }

  /**
   * Digits of a phone number, or else numbers inside of words.
   *
   * @param spellings all of them together, and how else the number may have been kept
   * @param words the same, as they were typed
   */
  record Digits(List<String> spellings, List<String> words) implements Needle {
    @Override
    public String toString() {
      return "Digits";
    }
  }

  /**
   * Whether it stands in this text, read letter by letter: for whom the index's groups of letters
   * tell too much.
   *
   * @param text folded, each value on a line of its own
   */
  default boolean isIn(String text) {
    return switch (this) {
      case Word(String part) ->
          part.length() < Grams.LETTERS
              ? Words.of(text).stream().anyMatch(word -> word.startsWith(part))
              : text.contains(part);
      case Email(String part) -> text.contains(part);
      case Digits(List<String> spellings, List<String> words) ->
          spellings.stream().anyMatch(text::contains)
              || words.stream().allMatch(word -> new Word(word).isIn(text));
    };
  }

  /** Cuts what somebody typed; there is no syntax to get wrong. */
  static List<Needle> of(String text) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    List<Needle> needles = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (String token : Folding.fold(cut).split("[\\s\\p{Z}]+", -1)) {
      if (isNumber(token)) {
        numbers.add(token);
        continue;
      }
      addNumbers(needles, numbers);
      if (token.indexOf('@') >= 0 && !Grams.ofEmailPart(token).isEmpty()) {
        needles.add(new Email(token));
      } else {
        Words.of(token).forEach(word -> needles.add(new Word(word)));
      }
    }
    addNumbers(needles, numbers);
    List<Needle> distinct = needles.stream().distinct().limit(MOST_NEEDLES).toList();
    return distinct;
  }

  /** The same with two neighbouring words written as one, for each such pair. */
  static List<List<Needle>> joined(List<Needle> needles) {
    List<List<Needle>> joined = new ArrayList<>();
    for (int i = 0; i + 1 < needles.size(); i++) {
      if (needles.get(i) instanceof Word(String one)
          && needles.get(i + 1) instanceof Word(String other)
          && one.length() + other.length() <= LONGEST_JOINED) {
        List<Needle> fewer = new ArrayList<>(needles);
        fewer.set(i, new Word(one + other));
        fewer.remove(i + 1);
        joined.add(fewer);
      }
    }
    return joined;
  }

  private static void addNumbers(List<Needle> needles, List<String> numbers) {
    List<String> together = Phone.spellings(String.join(" ", numbers));
    List<String> words = Words.of(String.join(" ", numbers));
    if (together.getFirst().length() >= LEAST_DIGITS) {
      needles.add(new Digits(together, words));
    } else {
      words.forEach(word -> needles.add(new Word(word)));
    }
    numbers.clear();
  }

  private static boolean isNumber(String token) {
    boolean digit = false;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if ("+()./-".indexOf(c) < 0) {
        return false;
      }
    }
    return digit;
  }
}
