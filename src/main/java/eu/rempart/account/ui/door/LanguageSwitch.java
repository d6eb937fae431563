package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.shell.text.Texts;
import java.util.List;
import java.util.Locale;

/** Before sign-in: the language of this browser session, each named in itself. */
final class LanguageSwitch extends Div {

  private static final long serialVersionUID = 1L;
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

  LanguageSwitch() {
    addClassName("language-switch");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", t("account.doorway.language"));
    LANGUAGES.forEach(language -> add(button(language)));
  }

  private static NativeButton button(Locale language) {
    var name = language.getDisplayLanguage(language);
    var button =
        new NativeButton(
            name.substring(0, 1).toUpperCase(language) + name.substring(1), _ -> choose(language));
    button.getElement().setAttribute("type", "button");
    button.getElement().setAttribute("lang", language.getLanguage());
    var chosen = Texts.locale().getLanguage().equals(language.getLanguage());
    button.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    return button;
  }

  private static void choose(Locale language) {
    VaadinSession.getCurrent().setLocale(language);
    UI.getCurrent().getPage().reload();
  }
}
