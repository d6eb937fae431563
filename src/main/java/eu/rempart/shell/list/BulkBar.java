package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.shell.part.Glyph;

/** The steps that can be taken with the selected records; shown while there are some. */
class BulkBar extends Div {

  private static final long serialVersionUID = 1L;

  private final Span count = new Span();
  private final Div steps = new Div();

  BulkBar(Runnable clear) {
    addClassName("bulk-bar");
    count.getElement().setAttribute("role", "status");
    var none = new Button(Glyph.CLOSE.create(), _ -> clear.run());
    none.addThemeVariants(ButtonVariant.TERTIARY);
    none.setAriaLabel(t("shell.list.select.none"));
    steps.addClassName("bulk-steps");
    add(none, count, steps);
    show(0);
  }

  void addStep(String text, Glyph glyph, Runnable run) {
    var button = new Button(text, glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    steps.add(button);
  }

  void show(int selected) {
    count.setText(t("shell.list.selected", selected));
    setVisible(selected > 0);
  }

  /**
   * The header of the selection column is empty, since nobody selects a million records; screen
   * readers need a name.
   */
  static void nameSelectionColumn(Grid<?> grid) {
    grid.addAttachListener(
        _ ->
            grid.getElement()
                .executeJs(
                    """
                    setTimeout(() => {
                      const name = document.createElement('span');
                      name.className = 'visually-hidden';
                      name.textContent = $0;
                      this.querySelector('vaadin-grid-flow-selection-column')
                        ?._headerCell?._content?.append(name);
                    });
                    """,
                    t("shell.list.select")));
  }
}
