package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import eu.rempart.account.ui.AccountNavigation;
import java.util.function.Consumer;

/** One busy network: to look at the events from it, or to ban it. */
final class SourceDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  /**
   * A dialog.
   *
   * @param ban asks for how long, and why
   */
  SourceDialog(String network, Consumer<String> ban) {
    setHeaderTitle(network);
    addClassName("edge-dialog");
    add(
        new Button(
            t("edge.events"),
            _ -> {
              close();
              AccountNavigation.showEventsFrom(network);
            }),
        new Button(
            t("edge.ban.impose"),
            _ -> {
              close();
              ban.accept(network);
            }));
    getFooter().add(new Button(t("shell.close"), _ -> close()));
  }
}
