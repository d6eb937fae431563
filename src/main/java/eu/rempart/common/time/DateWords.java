package eu.rempart.common.time;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that dates are written with, in English, French, German and Dutch. */
final class DateWords {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.UK, Locale.FRENCH, Locale.GERMAN, Locale.of("nl"));
  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** Shorter beginnings name no month. */
  private static final int SHORTEST = 3;

  private static final Map<String, Integer> DAYS =
      Map.ofEntries(
          Map.entry("today", 0),
          Map.entry("aujourdhui", 0),
          Map.entry("heute", 0),
          Map.entry("vandaag", 0),
          Map.entry("tomorrow", 1),
          Map.entry("demain", 1),
          Map.entry("morgen", 1),
          Map.entry("yesterday", -1),
          Map.entry("hier", -1),
          Map.entry("gestern", -1),
          Map.entry("gisteren", -1));

  /** Of 1er, 1st, the 2nd, 3 de mars, op 4 mei. */
  private static final Set<String> AROUND =
      Set.of("er", "st", "nd", "rd", "th", "de", "of", "the", "le", "den", "der", "am", "op", "e");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");

  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> WEEKDAYS = weekdays();

  private DateWords() {}

  /** How many days from today a word such as tomorrow means. */
  static Optional<Integer> daysFromToday(String text) {
    return Optional.ofNullable(DAYS.get(plain(text)));
  }

  /**
   * The month that the words beside the figures name, if any.
   *
   * @return absent where one of the words is none of a date
   */
  static Optional<OptionalInt> month(List<String> words) {
    List<String> said =
        words.stream().map(DateWords::plain).filter(word -> !AROUND.contains(word)).toList();
    if (said.isEmpty()) {
      return Optional.of(OptionalInt.empty());
    }
    if (said.size() > 2) {
      return Optional.empty();
    }
    String first = said.getFirst();
    String last = said.getLast();
    if (said.size() == 1) {
      int month = monthOf(first);
      return month == 0 && !WEEKDAYS.contains(first)
          ? Optional.empty()
          : Optional.of(month == 0 ? OptionalInt.empty() : OptionalInt.of(month));
    }
    // "mar" is mardi and mars: it is the weekday where the other word is a month
    if (WEEKDAYS.contains(first) && monthOf(last) > 0) {
      return Optional.of(OptionalInt.of(monthOf(last)));
    }
    return WEEKDAYS.contains(last) && monthOf(first) > 0
        ? Optional.of(OptionalInt.of(monthOf(first)))
        : Optional.empty();
  }

  /** From 1; 0 where the word is none, or the beginning of several. */
  private static int monthOf(String plain) {
    Integer whole = MONTHS.get(plain);
    if (whole != null) {
      return whole;
    }
    if (plain.length() < SHORTEST) {
      return 0;
    }
    Set<Integer> begun = new HashSet<>();
    MONTHS.forEach(
        (name, month) -> {
          if (name.startsWith(plain)) {
            begun.add(month);
          }
        });
    return begun.size() == 1 ? begun.iterator().next() : 0;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (Month month : Month.values()) {
      names(style -> language -> month.getDisplayName(style, language))
          .forEach(name -> months.put(name, month.getValue()));
    }
    return Map.copyOf(months);
  }

  private static Set<String> weekdays() {
    Set<String> names = new HashSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      names(style -> language -> day.getDisplayName(style, language)).forEach(names::add);
    }
    return Set.copyOf(names);
  }

  private interface Namer {
    java.util.function.Function<Locale, String> in(TextStyle style);
  }

  private static Stream<String> names(Namer namer) {
    return STYLES.stream()
        .flatMap(style -> LANGUAGES.stream().map(language -> namer.in(style).apply(language)))
        .map(DateWords::plain);
  }

  /** Small letters without marks, dots and apostrophes. */
  private static String plain(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
    return NO_LETTER
        .matcher(MARKS.matcher(apart).replaceAll(""))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
