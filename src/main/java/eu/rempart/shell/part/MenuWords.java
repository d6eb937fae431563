package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.menubar.MenuBar.MenuBarI18n;

/** What menu bars say by themselves, in the language of whoever looks. */
public final class MenuWords {

  private MenuWords() {}

  /** All of it. */
  public static MenuBarI18n all() {
    return new MenuBarI18n().setMoreOptions(t("shell.menu.more"));
  }
}
