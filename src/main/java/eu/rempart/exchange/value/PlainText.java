package eu.rempart.exchange.value;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Makes plain text of notes that a program wrote as HTML. Nothing from a file is ever markup. */
public final class PlainText {

  private static final Pattern MARKUP =
      Pattern.compile("</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]{2,8}|#\\d{1,7});");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");

  private PlainText() {}

  /** The text, stripped, with one kind of line break. */
  static String lines(String text) {
    var stripped = text.strip();
    return stripped.indexOf('\r') < 0
        ? stripped
        : stripped.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The text as a reader saw it; text without markup stays as it is. */
  public static String of(String text) {
    if ((text.indexOf('<') < 0 && text.indexOf('&') < 0) || !MARKUP.matcher(text).find()) {
      return text.strip();
    }
    var body = Jsoup.parseBodyFragment(text.replace("\n", "<br>")).body();
    body.select("script, style, template, iframe").remove();
    body.select("br").forEach(e -> e.after("\n"));
    body.select("p, div, li, tr, h1, h2, h3, h4, blockquote").forEach(e -> e.appendText("\n"));
    var plain = body.wholeText().replace('\u00a0', ' ');
    return BLANK_LINES.matcher(plain).replaceAll("\n\n").strip();
  }
}
