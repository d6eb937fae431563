package eu.rempart.alert.channel.send;

import eu.rempart.alert.channel.Message;
import java.text.Normalizer;
import java.util.Map;

/**
 * A message as one text message (SMS): its title, where to look, and as much of the rest as there
 * is room for, in the alphabet of phones wherever that has, or nearly has, the letters.
 */
public final class ShortText {

  /** In septets, with the alphabet of phones. */
  public static final int LONGEST = 160;

  /** In UCS-2, for other letters. */
  public static final int LONGEST_UCS2 = 70;

  /** Less than that of a sentence says nothing. */
  private static final int SHORTEST_CUT = 20;

  private static final String DOTS = "...";

  private static final Map<Character, String> SIGNS =
      Map.ofEntries(
          Map.entry('\u2019', "'"),
          Map.entry('\u2018', "'"),
          Map.entry('\u201c', "\""),
          Map.entry('\u201d', "\""),
          Map.entry('\u201e', "\""),
          Map.entry('\u2010', "-"),
          Map.entry('\u2011', "-"),
          Map.entry('\u2013', "-"),
          Map.entry('\u2014', "-"),
          Map.entry('\u2212', "-"),
          Map.entry('\u00b7', "-"),
          Map.entry('\u2022', "-"),
          Map.entry('\u2026', DOTS),
          Map.entry('\u00a0', " "),
          Map.entry('\u2009', " "),
          Map.entry('\u202f', " "),
          Map.entry('\u0153', "oe"),
          Map.entry('\u0152', "OE"));

  private ShortText() {}

  /**
   * At most {@value #LONGEST} septets, or {@value #LONGEST_UCS2} characters where a letter is none
   * of the alphabet of phones; longer only by the title, which is never cut.
   *
   * @param unicodeOnly whether it is never sent in the alphabet of phones
   */
  public static String of(Message message, boolean unicodeOnly) {
    String title = plain(message.title());
    String text = plain(message.text().strip());
    String link = message.link() == null ? "" : "\n" + message.link();
    boolean phones = !unicodeOnly && Gsm7.encode(title + text + link).isPresent();
    int most = phones ? LONGEST : LONGEST_UCS2;
    String end = length(title + link, phones) <= most ? link : "";
    int left = most - length(title + end, phones);
    StringBuilder middle = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      String more = fitting(line.strip(), left - 1, phones);
      if (!more.isEmpty()) {
        middle.append('\n').append(more);
        left -= 1 + length(more, phones);
      }
    }
    return title + middle + end;
  }

  /** The line, or its beginning, or nothing. */
  private static String fitting(String line, int most, boolean phones) {
    if (length(line, phones) <= most) {
      return line;
    }
    String cut = line;
    while (length(cut, phones) > most - DOTS.length() && cut.length() > SHORTEST_CUT) {
      cut = cut.substring(0, Math.max(cut.lastIndexOf(' '), SHORTEST_CUT)).stripTrailing();
      if (cut.length() <= SHORTEST_CUT) {
        return "";
      }
    }
    return length(cut, phones) <= most - DOTS.length() ? cut + DOTS : "";
  }

  private static int length(String text, boolean phones) {
    return phones ? Gsm7.encode(text).orElseThrow().length : text.length();
  }

  /**
   * With signs and letters that phones have, where they say the same: a language reads well without
   * the accents that phones lack, and a message costs half.
   */
  static String plain(String text) {
    String quoted = text.replaceAll("«\\h?|\\h?»", "\"");
    StringBuilder plain = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      plain.append(Gsm7.has(c) ? String.valueOf(c) : SIGNS.getOrDefault(c, withoutMarks(c)));
    }
    return plain.toString();
  }

  private static String withoutMarks(char c) {
    String letter = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    String bare = letter.replaceAll("\\p{M}", "");
    return bare.length() == 1 && Gsm7.has(bare.charAt(0)) ? bare : String.valueOf(c);
  }

  /** At most so many characters, with a sign where something is missing. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - DOTS.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    // three dots, not one sign: the alphabet of phones has none
    return text.substring(0, end).stripTrailing() + DOTS;
  }
}
