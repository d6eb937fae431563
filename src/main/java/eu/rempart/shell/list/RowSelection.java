package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Ticks rows together: Shift with a click or with the space bar ticks all rows between the last one
 * that was ticked and this one, and a box in the header ticks all that the list shows.
 */
final class RowSelection<T> {

  /** Of more, the header's box means all that the list finds, without a tick for each. */
  static final int MOST_TICKED_AT_ONCE = 200;

  /** A range ends here at the latest. */
  private static final int LONGEST_RANGE = 5_000;

  private static final int READ_AT_ONCE = 50;

  /** The header of the selection column has no box where rows are read as one scrolls. */
  private static final String HEADER_BOX =
      """
      setTimeout(() => {
        const cell = this.querySelector('vaadin-grid-flow-selection-column')?._headerCell?._content;
        if (!cell || cell.querySelector('.select-shown')) return;
        const box = document.createElement('vaadin-checkbox');
        box.className = 'select-shown';
        box.accessibleName = $0;
        box.addEventListener('change', () =>
          this.dispatchEvent(new CustomEvent('select-shown', {detail: box.checked})));
        cell.append(box);
        this.addEventListener('mousedown', event => {
          if (event.shiftKey) event.preventDefault(); // it would select the text between
        });
      });
      """;

  private final Grid<T> grid;
  private final BiFunction<Integer, Integer, List<T>> rows;
  private @Nullable T anchor;

  /**
   * @param rows reads rows of the list: from which on, and how many at most
   */
  RowSelection(Grid<T> grid, BiFunction<Integer, Integer, List<T>> rows) {
    this.grid = grid;
    this.rows = rows;
  }

  /**
   * Lets several rows be ticked.
   *
   * @param all ticks everything, without a tick for each row
   */
  void begin(BulkBar bar, Runnable all) {
    TickBoxes.on(grid);
    grid.addSelectionListener(
        selection -> {
          bar.show(selection.getAllSelectedItems().size());
          showState(bar);
        });
    if (grid.getSelectionModel() instanceof GridMultiSelectionModel<T> model) {
      model.addClientItemToggleListener(
          toggle -> toggled(toggle.getItem(), toggle.isSelected(), toggle.isShiftKey()));
    }
    grid.getElement()
        .addEventListener(
            "select-shown",
            event -> {
              tickShown(event.getEventData().get("event.detail").asBoolean(), bar, all);
              showState(bar);
            })
        .addEventData("event.detail");
    grid.addAttachListener(
        _ -> grid.getElement().executeJs(HEADER_BOX, t("shell.list.select.shown")));
  }

  boolean isOn() {
    return grid.getSelectionModel() instanceof GridMultiSelectionModel;
  }

  void toggled(T item, boolean selected, boolean shift) {
    T from = anchor;
    if (shift && from != null) {
      Set<T> range = between(from, item);
      if (selected) {
        grid.asMultiSelect().select(range);
      } else {
        grid.asMultiSelect().deselect(range);
      }
    }
    anchor = item;
  }

  /** Ticks the rows up to this one, as if its box had been clicked with Shift. */
  void extendTo(T item) {
    T from = anchor;
    if (from == null) {
      grid.select(item);
    }
    toggled(item, true, true);
  }

  void tickShown(boolean ticked, BulkBar bar, Runnable all) {
    if (!ticked) {
      grid.deselectAll();
      bar.show(0);
    } else if (bar.isFew(MOST_TICKED_AT_ONCE)) {
      grid.asMultiSelect().select(rows.apply(0, MOST_TICKED_AT_ONCE));
    } else {
      all.run();
    }
  }

  /** Puts the header's box into the state of the rows. */
  void showState(BulkBar bar) {
    grid.getElement()
        .executeJs(
            """
            const box = this.querySelector('.select-shown');
            if (box) [box.checked, box.indeterminate] = [$0, $1];
            """,
            bar.isEverything(),
            bar.count() > 0 && !bar.isEverything());
  }

  private Set<T> between(T one, T other) {
    Object first = id(one);
    Object last = id(other);
    Set<T> range = new LinkedHashSet<>();
    boolean begun = false;
    for (int at = 0; at < LONGEST_RANGE; at += READ_AT_ONCE) {
      List<T> page = new ArrayList<>(rows.apply(at, READ_AT_ONCE));
      for (T row : page) {
        boolean end = id(row).equals(first) || id(row).equals(last);
        if (begun || end) {
          range.add(row);
        }
        if (end && (begun || first.equals(last))) {
          return range;
        }
        begun |= end;
      }
      if (page.size() < READ_AT_ONCE) {
        break;
      }
    }
    return Set.of(one, other); // one of them is shown no more
  }

  private Object id(T item) {
    return grid.getDataProvider().getId(item);
  }
}
