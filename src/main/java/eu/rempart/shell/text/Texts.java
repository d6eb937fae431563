package eu.rempart.shell.text;

import com.vaadin.flow.component.UI;
import java.util.Locale;

/** The texts of the current person's language, for views. */
public final class Texts {

  /**
   * The bundles never change while the program runs, so background jobs and tests read them too.
   */
  private static final Catalogue CATALOGUE = new Catalogue();

  private Texts() {}

  /**
   * The text of a key in the language of the current UI, or in English outside of one.
   *
   * @param key as in the bundle; write it as one literal so that the test on unused keys sees it
   * @param arguments fill {0}, {1} … with numbers and dates formatted by the locale
   */
  public static String t(String key, Object... arguments) {
    return CATALOGUE.getTranslation(key, locale(), arguments);
  }

  /** The text of a key in a language, for jobs that outlive the UI. */
  public static String in(Locale locale, String key, Object... arguments) {
    return CATALOGUE.getTranslation(key, locale, arguments);
  }

  /** The language of the current UI, or English outside of one. */
  public static Locale locale() {
    var ui = UI.getCurrent();
    return ui == null ? Locale.ENGLISH : ui.getLocale();
  }
}
