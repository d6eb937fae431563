package eu.rempart.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** What every page starts with: the theme, and push for progress and for locks from elsewhere. */
@Push
@ColorScheme(ColorScheme.Value.SYSTEM)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles/tokens.css")
@StyleSheet("styles/glyphs.css")
@StyleSheet("styles/shell.css")
@StyleSheet("styles/navigation.css")
@StyleSheet("styles/search.css")
@StyleSheet("styles/parts.css")
@StyleSheet("styles/segments.css")
@StyleSheet("styles/lines.css")
@StyleSheet("styles/lists.css")
@StyleSheet("styles/records.css")
@StyleSheet("styles/entries.css")
@StyleSheet("styles/record-parts.css")
@StyleSheet("styles/record-forms.css")
@StyleSheet("styles/record-marks.css")
@StyleSheet("styles/dialogs.css")
public final class AppShell implements AppShellConfigurator {

  private static final long serialVersionUID = 1L;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
    settings.addMetaTag("robots", "noindex, nofollow");
    settings.addFavIcon("icon", "styles/rempart.svg", "any");
    // Installed, it is a window of its own; nothing of it is kept for times without a connection.
    settings.addLink("manifest", "styles/app/manifest.webmanifest");
    settings.addLink("apple-touch-icon", "styles/app/icon-180.png");
  }
}
