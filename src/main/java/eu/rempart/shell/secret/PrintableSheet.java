package eu.rempart.shell.secret;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import eu.rempart.shell.part.Glyph;
import java.util.List;
import java.util.function.Supplier;

/** A secret that is kept on paper: its groups, a button that prints and one that saves a file. */
@StyleSheet("styles/printable-sheet.css")
public final class PrintableSheet extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * A dialog on paper is cut where the window ends, and the page stands around it: what is printed
   * is a copy beside all of that, which is there for as long as the browser prints.
   */
  private static final String PAPER =
      """
      const before = () => {
        if (!this.isConnected) {
          removeEventListener('beforeprint', before);
          return;
        }
        const title = document.createElement('h1');
        title.textContent = 'Rempart · ' + $0;
        const paper = document.createElement('div');
        paper.className = 'kit-paper';
        paper.append(title, this.closest('.kit-whole')?.cloneNode(true) ?? this.cloneNode(true));
        document.body.append(paper);
        addEventListener('afterprint', () => paper.remove(), {once: true});
      };
      addEventListener('beforeprint', before);
      """;

  private final transient Supplier<String> text;
  private final String fileName;

  /**
   * A sheet.
   *
   * @param title of the paper; what has the class {@code kit-whole} around this is on it
   * @param label what the groups are, for screen readers
   * @param groups of the secret; gone from the page with this sheet
   * @param fileName under which browsers save it
   * @param text of that file, asked for when somebody saves it
   */
  public PrintableSheet(
      String title, String label, List<String> groups, String fileName, Supplier<String> text) {
    this.fileName = fileName;
    this.text = text;
    addClassName("kit-sheet");
    var list = new OrderedList();
    list.getElement().setAttribute("aria-label", label);
    groups.forEach(group -> list.add(new ListItem(new Span(group))));
    var print = new Button(t("shell.sheet.print"), _ -> print());
    // the browser makes the file by itself: no address of ours ever gives the secret out
    var download = new Button(t("shell.sheet.download"), Glyph.DOWNLOAD.create(), _ -> save());
    var actions = new Div(print, download);
    actions.addClassName("kit-actions");
    add(list, actions);
    addAttachListener(_ -> getElement().executeJs(PAPER, title));
  }

  private void print() {
    getElement().executeJs("window.print()");
  }

  private void save() {
    getElement()
        .executeJs(
            """
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob([$0], {type: 'text/plain'}));
            link.download = $1;
            link.click();
            URL.revokeObjectURL(link.href);
            """,
            text.get(),
            fileName);
  }
}
