package eu.rempart.shell.field;

import java.util.List;

/** Languages that people are offered; any other BCP 47 tag can be kept too. */
public final class Languages {

  /** The official languages of Europe and its neighbours, as BCP 47 tags. */
  public static final List<String> COMMON =
      List.of(
          "en", "fr", "de", "nl", "es", "it", "pt", "ro", "pl", "bg", "cs", "da", "el", "et", "fi",
          "ga", "hr", "hu", "lb", "lt", "lv", "mt", "nb", "ru", "sk", "sl", "sv", "tr", "uk", "ar",
          "zh", "ja");

  private Languages() {}
}
