package eu.rempart.alert.channel.send;

import eu.rempart.alert.channel.Message;

/** A message as phones show it: what it is about, more of it, and where to look. */
public final class ShortText {

  /** So many characters fill three parts of 67, which any phone puts together. */
  public static final int LONGEST = 3 * 67;

  private ShortText() {}

  /** At most {@value #LONGEST} characters, or as many as the title and the link have. */
  public static String of(Message message) {
    String link = message.link() == null ? "" : "\n" + message.link();
    int left = LONGEST - message.title().length() - link.length() - 1;
    String text = message.text().strip();
    if (text.isEmpty() || left < 20) {
      return message.title() + link;
    }
    return message.title() + "\n" + cut(text, left) + link;
  }

  /** At most so many characters, with a sign where something is missing. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 3;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    // three dots, not one sign: the alphabet of phones has none
    return text.substring(0, end).stripTrailing() + "...";
  }
}
