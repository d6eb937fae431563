package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.grid.Grid;

/** Boxes beside rows, which the browser draws and names in no language but English. */
public final class TickBoxes {

  private static final String ROW_BOXES =
      """
      setTimeout(() => {
        const column = this.querySelector('vaadin-grid-flow-selection-column');
        if (!column || column.rempartNamed) return;
        column.rempartNamed = true;
        const name = (cell, words) => {
          const box = cell?.querySelector('vaadin-checkbox:not(.select-shown)');
          if (box) box.accessibleName = words;
        };
        const draw = column._defaultRenderer;
        column._defaultRenderer = function (cell, ...rest) {
          draw.call(this, cell, ...rest);
          name(cell, $0);
        };
        name(column._headerCell?._content, $1);
        this.requestContentUpdate();
      });
      """;

  private TickBoxes() {}

  /** Lets several rows of a grid be ticked, by boxes that are named in people's language. */
  public static void on(Grid<?> grid) {
    grid.setSelectionMode(Grid.SelectionMode.MULTI);
    grid.addAttachListener(
        _ ->
            grid.getElement()
                .executeJs(ROW_BOXES, t("shell.list.select.row"), t("shell.list.select.shown")));
  }
}
