package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.rempart.search.rule.RuleOutdatedException;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.MenuWords;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;
import java.util.function.Supplier;

/** Takes what a list shows, or what is selected in it, out as a file. */
class ExportMenu extends Div {

  private static final long serialVersionUID = 1L;

  private final MenuBar bar = new MenuBar();
  private final Anchor link = new Anchor();
  private final SubMenu formats;

  ExportMenu() {
    addClassName("export-menu");
    bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
    bar.setI18n(MenuWords.all());
    var item = bar.addItem(t("shell.list.export"));
    item.addComponentAsFirst(Glyph.DOWNLOAD.create());
    formats = item.getSubMenu();
    link.addClassName("visually-hidden");
    link.setTabIndex(-1);
    link.getElement().setAttribute("aria-hidden", "true");
    add(bar, link);
    setVisible(false);
  }

  void offer(String label, Supplier<DownloadHandler> file) {
    formats.addItem(label, _ -> ProofDialog.run(() -> take(file)));
    setVisible(true);
  }

  private void take(Supplier<DownloadHandler> file) {
    try {
      link.setHref(file.get());
      link.getElement().executeJs("this.click()");
    } catch (RuleOutdatedException _) {
      Notices.error(t("shell.list.export.outdated"));
    }
  }

  /** What is not counted yet can't be taken out whole. */
  void setReady(boolean ready) {
    bar.setEnabled(ready);
  }
}
