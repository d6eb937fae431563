package eu.rempart.activity.ical;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of a calendar file: UTF-8 by the rule, and what programs write all the same. */
final class CalendarText {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private CalendarText() {}

  /** The text without a byte order mark. */
  static String of(byte[] file) {
    String text = new String(file, charset(file));
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  private static Charset charset(byte[] file) {
    if (startsWith(file, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(file, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    String text = new String(file, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == REPLACEMENT).count();
    long foreign = text.chars().filter(c -> c > 127).count();
    // a few damaged letters among many good ones are still UTF-8
    return broken * 20 <= foreign ? StandardCharsets.UTF_8 : WINDOWS;
  }

  private static boolean startsWith(byte[] file, int first, int second) {
    return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
  }
}
