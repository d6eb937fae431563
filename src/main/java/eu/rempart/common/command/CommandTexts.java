package eu.rempart.common.command;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Texts in the language of the shell. The bundle is read by itself: the catalogue of the screens
 * would load all bundles, and Spring.
 */
public final class CommandTexts {
  /** In the order in which POSIX gives them precedence. */
  private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

  private final Locale language;
  private final ResourceBundle texts;

  private CommandTexts(String bundle, Locale language) {
    this.language = language;
    this.texts =
        ResourceBundle.getBundle(
            "i18n." + bundle,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * @param bundle its name
   * @param environment French where it says so, English otherwise
   */
  public static CommandTexts of(String bundle, Map<String, String> environment) {
    String locale =
        VARIABLES.stream()
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return new CommandTexts(bundle, locale.startsWith("fr") ? Locale.FRENCH : Locale.ROOT);
  }

  /** As in the catalogue of the screens: a text with arguments is a pattern, another as it is. */
  public String t(String key, Object... arguments) {
    String text = texts.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
  }

  /** A day as ISO 8601 writes it, the same in every language; UTC. */
  public static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }
}
