package eu.rempart.shell;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Light or dark, as the system says or as the member chose. The browser remembers it too, for the
 * first paint.
 */
public enum Scheme {
  SYSTEM("system", ColorScheme.Value.SYSTEM),
  LIGHT("light", ColorScheme.Value.LIGHT),
  DARK("dark", ColorScheme.Value.DARK);

  /** Also read by {@code scheme.js} before the first paint. */
  private static final String STORED_AS = "rempart-scheme";

  private final String stored;
  private final ColorScheme.Value value;

  Scheme(String stored, ColorScheme.Value value) {
    this.stored = stored;
    this.value = value;
  }

  /** The scheme with this name, {@link #SYSTEM} for any other. */
  public static Scheme of(@Nullable String name) {
    return Arrays.stream(values())
        .filter(scheme -> scheme.stored.equals(name))
        .findFirst()
        .orElse(SYSTEM);
  }

  /** {@code system}, {@code light} or {@code dark}. */
  public String stored() {
    return stored;
  }

  /** Its name for people. */
  public String label() {
    return switch (this) {
      case SYSTEM -> t("shell.scheme.system");
      case LIGHT -> t("shell.scheme.light");
      case DARK -> t("shell.scheme.dark");
    };
  }

  /** Shows the page in it from now on. */
  public void apply(UI ui) {
    ui.getPage().setColorScheme(value);
    WebStorage.setItem(ui, WebStorage.Storage.LOCAL_STORAGE, STORED_AS, stored);
  }
}
