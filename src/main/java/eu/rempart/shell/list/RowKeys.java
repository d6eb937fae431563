package eu.rempart.shell.list;

import com.vaadin.flow.component.grid.Grid;

/** Keys on the rows of a list. */
final class RowKeys {

  /**
   * A click on the cell that has the focus, before the grid's own Enter, which would only step into
   * the cell; where the cell has something of its own to press, that Enter stays.
   */
  private static final String OPEN_BY_ENTER =
      """
      const grid = this;
      if (grid.rempartEnter) return;
      grid.rempartEnter = true;
      grid.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
        if (grid.hasAttribute('interacting')) return;
        const cell = event.composedPath().find((it) => it.localName === 'td');
        const content = cell?._content;
        if (!content || content.querySelector('button, input, vaadin-button, vaadin-checkbox')) return;
        if (grid.getEventContext(event)?.section !== 'body') return;
        event.preventDefault();
        event.stopPropagation();
        (content.firstElementChild ?? content).dispatchEvent(
          new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
      }, { capture: true });
      """;

  private RowKeys() {}

  /** Lets Enter do on every cell of a row what a click there does. */
  static void openByEnter(Grid<?> grid) {
    grid.addAttachListener(_ -> grid.getElement().executeJs(OPEN_BY_ENTER));
  }
}
