package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.shell.part.Glyph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets people sort the cards of a phone, which have no column heads to press. */
class SortChooser extends Div {

  private static final long serialVersionUID = 1L;

  private final RadioButtonGroup<String> column = new RadioButtonGroup<>();
  private final Checkbox descending = new Checkbox(t("shell.list.sort.descending"));
  private final Map<String, String> labels = new LinkedHashMap<>();

  SortChooser(Consumer<Optional<RecordQuery.Sort>> apply) {
    addClassName("sort-chooser");
    var button = new Button(Glyph.SORT.create());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(t("shell.list.sort"));
    column.setLabel(t("shell.list.sort"));
    column.setItemLabelGenerator(key -> labels.getOrDefault(key, key));
    column.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            apply.accept(sort());
          }
        });
    descending.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            apply.accept(sort());
          }
        });
    var choice = new Div(column, descending);
    choice.addClassName("sort-choice");
    var popover = new Popover(choice);
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_START);
    popover.setAriaLabel(t("shell.list.sort"));
    add(button, popover);
  }

  void offer(Map<String, String> sortable) {
    if (!labels.equals(sortable)) {
      labels.clear();
      labels.putAll(sortable);
      column.setItems(labels.keySet());
    }
  }

  void show(Optional<RecordQuery.Sort> sort) {
    column.setValue(sort.map(RecordQuery.Sort::column).filter(labels::containsKey).orElse(null));
    descending.setValue(sort.map(RecordQuery.Sort::descending).orElse(false));
  }

  private Optional<RecordQuery.Sort> sort() {
    return Optional.ofNullable(column.getValue())
        .map(key -> new RecordQuery.Sort(key, descending.getValue()));
  }
}
