package eu.rempart.shell.list;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The order that a grid is in, by the keys of its columns. */
record GridOrder<T>(Grid<T> grid) {

  Optional<RecordQuery.Sort> get() {
    return grid.getSortOrder().stream()
        .findFirst()
        .map(
            order ->
                new RecordQuery.Sort(
                    order.getSorted().getKey(), order.getDirection() == SortDirection.DESCENDING));
  }

  /** An order that the grid does not know is passed over. */
  void set(Optional<RecordQuery.Sort> sort) {
    grid.sort(
        sort.stream()
            .flatMap(
                order ->
                    Stream.ofNullable(grid.getColumnByKey(order.column()))
                        .filter(Column::isSortable)
                        .map(column -> new GridSortOrder<>(column, direction(order))))
            .toList());
  }

  private static SortDirection direction(RecordQuery.Sort sort) {
    return sort.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING;
  }

  /** The columns that sort: their names by their keys. */
  Map<String, String> choices() {
    Map<String, String> labels = new LinkedHashMap<>();
    grid.getColumns().stream()
        .filter(column -> column.getKey() != null && column.isSortable())
        .forEach(column -> labels.put(column.getKey(), column.getHeaderText()));
    return labels;
  }
}
