package eu.rempart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/** What is open, in both colour schemes: as people see it, and as axe does. */
public final class Looks {

  private Looks() {}

  /** Of what fits the window. */
  public static void at(Person person, String name) {
    person.settle();
    look(person, name, ColorScheme.DARK, Axe.ON_COLOURS);
    look(person, name, ColorScheme.LIGHT, List.of());
  }

  private static void look(Person person, String name, ColorScheme scheme, List<String> rules) {
    Lights.show(person.page(), scheme);
    person.pictureOfAll(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
    assertThat(Axe.violations(person.page(), rules)).as(name + " " + scheme).isEmpty();
  }

  /** Nobody moves the page sideways, at whatever size. */
  public static void fits(Page page) {
    Object spare = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) spare).intValue()).as("pixels beyond the window").isNotPositive();
  }
}
