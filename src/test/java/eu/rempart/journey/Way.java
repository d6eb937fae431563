package eu.rempart.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import java.util.stream.Stream;

/** In which window and language somebody works. */
public record Way(Window window, Locale language) {

  /** Sizes in CSS pixels. */
  public enum Window {
    DESKTOP(1440, 900),
    PHONE(390, 844);

    final int width;
    final int height;

    Window(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  public static final Way DESKTOP_ENGLISH = new Way(Window.DESKTOP, Locale.ENGLISH);

  /** Both sizes and both languages, each once: what the other two would show as well. */
  static Stream<Way> two() {
    return Stream.of(DESKTOP_ENGLISH, new Way(Window.PHONE, Locale.FRENCH));
  }

  /** Where a story on a phone, or in French, would be the same but for its words. */
  static Stream<Way> desk() {
    return two().filter(way -> !way.phone());
  }

  /** Where a story at a desk would be the same with more room. */
  static Stream<Way> pocket() {
    return two().filter(Way::phone);
  }

  /** What a browser of somebody who works so looks like. */
  public Browser.NewContextOptions looks() {
    return new Browser.NewContextOptions()
        .setViewportSize(window.width, window.height)
        .setHasTouch(phone())
        .setColorScheme(ColorScheme.LIGHT)
        .setReducedMotion(ReducedMotion.REDUCE) // nothing is caught half faded in
        .setLocale(language.getLanguage().equals("fr") ? "fr-FR" : "en-GB")
        .setTimezoneId("Europe/Paris");
  }

  public boolean phone() {
    return window == Window.PHONE;
  }

  @Override
  public String toString() {
    return window.name().toLowerCase(Locale.ROOT) + "-" + language.getLanguage();
  }
}
