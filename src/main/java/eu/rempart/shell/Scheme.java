package eu.rempart.shell;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import java.util.Arrays;
import java.util.function.Consumer;

/** Light or dark, as the system says or as chosen in this browser, which remembers it. */
enum Scheme {
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

  String label() {
    return switch (this) {
      case SYSTEM -> t("shell.scheme.system");
      case LIGHT -> t("shell.scheme.light");
      case DARK -> t("shell.scheme.dark");
    };
  }

  void apply(UI ui) {
    ui.getPage().setColorScheme(value);
    WebStorage.setItem(ui, WebStorage.Storage.LOCAL_STORAGE, STORED_AS, stored);
  }

  /** Asks the browser and answers later, in the UI thread. */
  static void ofBrowser(Consumer<Scheme> answer) {
    WebStorage.getItem(
        STORED_AS,
        item ->
            answer.accept(
                Arrays.stream(values())
                    .filter(scheme -> scheme.stored.equals(item))
                    .findFirst()
                    .orElse(SYSTEM)));
  }
}
