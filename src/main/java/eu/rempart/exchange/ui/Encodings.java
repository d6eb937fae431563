package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import java.nio.charset.Charset;
import java.util.Locale;

/** What encodings are called on the screen. */
final class Encodings {

  private Encodings() {}

  /** The name that programs give it, with whose letters it has. */
  static String label(Charset charset) {
    return switch (charset.name().toLowerCase(Locale.ROOT)) {
      case "windows-1252", "iso-8859-1", "iso-8859-15" -> of(charset, t("exchange.script.west"));
      case "windows-1250", "iso-8859-2" -> of(charset, t("exchange.script.central"));
      case "windows-1251", "koi8-r", "iso-8859-5" -> of(charset, t("exchange.script.cyrillic"));
      case "windows-1253", "iso-8859-7" -> of(charset, t("exchange.script.greek"));
      case "windows-1254", "iso-8859-9" -> of(charset, t("exchange.script.turkish"));
      case "windows-1257" -> of(charset, t("exchange.script.baltic"));
      case "shift_jis" -> of(charset, t("exchange.script.japanese"));
      case "gbk" -> of(charset, t("exchange.script.chinese"));
      case "x-macroman" -> t("exchange.script.mac");
      default -> charset.name();
    };
  }

  private static String of(Charset charset, String script) {
    String name = charset.name();
    return (name.startsWith("windows") ? "W" + name.substring(1) : name) + " (" + script + ")";
  }
}
