package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import eu.rempart.shell.part.Glyph;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Switches a list from opening records to editing their fields in place. */
class EditMode<T> extends Button {

  private static final long serialVersionUID = 1L;

  private transient Set<String> columns = Set.of();
  private transient BiConsumer<T, String> editor = (_, _) -> {};
  private boolean on;

  /**
   * Switched off, and hidden as long as nothing can be edited.
   *
   * @param switched told whether it is on
   */
  EditMode(java.util.function.Consumer<Boolean> switched) {
    super(Glyph.EDIT.create());
    addThemeVariants(ButtonVariant.TERTIARY);
    setAriaLabel(t("shell.inline"));
    setTooltipText(t("shell.inline"));
    getElement().setAttribute("aria-pressed", "false");
    setVisible(false);
    addClickListener(
        _ -> {
          on = !on;
          getElement().setAttribute("aria-pressed", String.valueOf(on));
          setClassName("active", on);
          switched.accept(on);
        });
  }

  /** Whether this column's field can be edited in the list. */
  boolean edits(@Nullable String column) {
    return column != null && columns.contains(column);
  }

  void offer(Set<String> editable, BiConsumer<T, String> edit) {
    columns = Set.copyOf(editable);
    editor = edit;
    setVisible(!editable.isEmpty());
  }

  boolean isOn() {
    return on;
  }

  /** Edits the field of the column, where it can be. */
  void edit(T item, String column) {
    if (columns.contains(column)) {
      editor.accept(item, column);
    }
  }
}
