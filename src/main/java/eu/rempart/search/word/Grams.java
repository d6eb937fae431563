package eu.rempart.search.word;

import java.util.ArrayList;
import java.util.List;

/**
 * The groups of letters and digits under which words and phone numbers are filed, and those that a
 * needle needs.
 */
public final class Grams {

  /** Stands before the first letters of a word. */
  static final char START = '^';

  /** Stands behind the last digits of a number. */
  static final char END = '$';

  /** So many letters of a word stand together. */
  public static final int LETTERS = 3;

  /** So many digits of a number stand together. */
  public static final int DIGITS = 4;

  private Grams() {}

  /** Files a word: its first letter, its first two, and every group of three. */
  public static void addWord(TermStream grams, String word) {
    addBeginning(grams, word);
    for (int i = 0; i + LETTERS <= word.length(); i++) {
      grams.add(0, word, i, i + LETTERS, 0);
    }
  }

  /** Files the first letter of a word and its first two. */
  public static void addBeginning(TermStream grams, String word) {
    grams.add(START, word, 0, 1, 0);
    if (word.length() > 1) {
      grams.add(START, word, 0, 2, 0);
    }
  }

  /** Files a phone number; the national form differs from the other one in its first group only. */
  public static void addPhone(TermStream grams, Phone phone) {
    String digits = phone.digits();
    for (int i = 0; i + DIGITS <= digits.length(); i++) {
      grams.add(0, digits, i, i + DIGITS, 0);
    }
    if (digits.length() >= DIGITS - 1) {
      grams.add(0, digits, digits.length() - DIGITS + 1, digits.length(), END);
    }
    if (phone.national().length() >= DIGITS) {
      grams.add(0, phone.national(), 0, DIGITS, 0);
    }
  }

  /**
   * The groups that every word with this part has; one letter or two stand for the beginning of a
   * word.
   */
  public static List<String> ofWordPart(String part) {
    return part.length() < LETTERS ? List.of(START + part) : cut(part, LETTERS);
  }

  /** The groups that every number with these digits has. */
  public static List<String> ofDigits(String digits) {
    return cut(digits, DIGITS);
  }

  /** The groups that every address with this part has; empty when it is too short to tell. */
  public static List<String> ofEmailPart(String part) {
    List<String> words = Words.of(part);
    List<String> grams = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.length() >= LETTERS) {
        grams.addAll(cut(word, LETTERS));
      } else if (!part.startsWith(word) || i > 0) {
        grams.add(START + word);
      }
    }
    return grams.stream().distinct().toList();
  }

  private static List<String> cut(String text, int length) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i + length <= text.length(); i++) {
      String part = text.substring(i, i + length);
      if (!parts.contains(part)) {
        parts.add(part);
      }
    }
    return parts;
  }
}
