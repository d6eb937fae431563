package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import eu.rempart.shell.part.Glyph;
import eu.rempart.vault.RecoveryKit;

/** The recovery kit as it is shown this once, with the ways to take it along. */
@StyleSheet("styles/doorway.css")
public final class KitSheet extends Div {

  private static final long serialVersionUID = 1L;

  public KitSheet(RecoveryKit kit) {
    addClassName("kit-sheet");
    var groups = new OrderedList();
    groups.getElement().setAttribute("aria-label", t("account.kit.label"));
    kit.groups().forEach(group -> groups.add(new ListItem(new Span(group))));
    var print = new Button(t("account.kit.print"), _ -> print());
    // the browser makes the file by itself: no address of ours ever gives the kit out
    var download = new Button(t("account.kit.download"), Glyph.DOWNLOAD.create(), _ -> save(kit));
    var actions = new Div(print, download);
    actions.addClassName("kit-actions");
    add(groups, actions);
  }

  private void print() {
    getElement().executeJs("window.print()");
  }

  private void save(RecoveryKit kit) {
    getElement()
        .executeJs(
            """
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob([$0], {type: 'text/plain'}));
            link.download = $1;
            link.click();
            URL.revokeObjectURL(link.href);
            """,
            t("account.kit.file", kit.reveal()),
            "rempart-recovery-kit.txt");
  }
}
