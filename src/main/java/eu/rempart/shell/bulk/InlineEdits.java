package eu.rempart.shell.bulk;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import eu.rempart.shell.list.RecordGrid;
import eu.rempart.shell.part.Notices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Lets fields be edited where the list shows them, one record at a time. */
public final class InlineEdits<T> {

  private final RecordGrid<T> grid;
  private final Function<T, UUID> id;
  private final BulkRoom room;
  private final Map<String, BulkField<?>> byColumn = new LinkedHashMap<>();

  /** Offers it for the columns that show a field which can be edited. */
  public InlineEdits(RecordGrid<T> grid, Function<T, UUID> id, BulkRoom room) {
    this.grid = grid;
    this.id = id;
    this.room = room;
    for (BulkField<?> field : room.fields()) {
      byColumn.put(field.key(), field);
    }
    grid.setEditor(byColumn.keySet(), this::edit);
  }

  private void edit(T row, String column) {
    BulkField<?> field = byColumn.get(column);
    if (field == null) {
      return;
    }
    UUID record = id.apply(row);
    BulkField.Filled<?> filled = field.fill();
    filled.show(room.now(field.column(), record));
    var dialog = new Dialog();
    dialog.addClassName("inline-edit");
    dialog.setHeaderTitle(grid.titleOf(row));
    var form = new Div(filled.component());
    form.addClassName("bulk-form");
    dialog.add(form);
    var save =
        new Button(
            t("shell.inline.save"),
            _ -> {
              if (filled.check()) {
                dialog.close();
                save(record, filled);
              }
            });
    save.addThemeVariants(ButtonVariant.PRIMARY);
    dialog.getFooter().add(new Button(t("shell.cancel"), _ -> dialog.close()), save);
    dialog.open();
    if (filled.component() instanceof Focusable<?> input) {
      input.focus();
    }
  }

  private void save(UUID record, BulkField.Filled<?> filled) {
    if (filled.chosen().applyAsInt(List.of(record)) == 0) {
      Notices.info(t("shell.inline.same"));
    }
    room.seen(List.of(record));
    grid.refresh();
  }
}
