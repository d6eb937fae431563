package eu.rempart.shell.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import eu.rempart.shell.part.Glyph;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets people choose what a list shows; their browser remembers the choice. */
class ColumnChooser extends Div {

  private static final long serialVersionUID = 1L;

  private final String storedAs;
  private final Consumer<Set<String>> apply;
  private final CheckboxGroup<String> choice = new CheckboxGroup<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Set<String> shown = new LinkedHashSet<>();

  /** What whoever looks chose themselves. */
  private Set<String> own = new LinkedHashSet<>();

  /** Whether something else is chosen for now. */
  private boolean lent;

  /**
   * Nothing to choose from yet.
   *
   * @param name under which the browser remembers the choice
   * @param title what is chosen
   */
  ColumnChooser(String name, String title, Consumer<Set<String>> apply) {
    this.storedAs = "rempart-" + name;
    this.apply = apply;
    addClassName("column-chooser");
    var button = new Button(Glyph.COLUMNS.create());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(title);
    button.setTooltipText(title);
    choice.setLabel(title);
    choice.addClassName("column-choice");
    choice.setItemLabelGenerator(key -> labels.getOrDefault(key, key));
    choice.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            keep(change.getValue());
            lent = false;
            WebStorage.setItem(storedAs, String.join(",", change.getValue()));
            apply.accept(change.getValue());
          }
        });
    var popover = new Popover(choice);
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setAriaLabel(title);
    add(button, popover);
  }

  void offer(String key, String label, boolean visible) {
    labels.put(key, label);
    if (visible) {
      shown.add(key);
    }
    choice.setItems(labels.keySet());
    choice.setValue(Set.copyOf(shown));
    keep(shown);
  }

  private void keep(Set<String> keys) {
    own = new LinkedHashSet<>(keys);
  }

  /** Chooses these for now; the browser goes on remembering what somebody chose themselves. */
  void choose(Collection<String> keys) {
    var known = new LinkedHashSet<>(keys);
    known.retainAll(labels.keySet());
    lent = true;
    choice.setValue(known);
  }

  /** Goes back from what was chosen for now to what somebody chose themselves. */
  void chooseOwn() {
    lent = false;
    choice.setValue(own);
  }

  Set<String> chosen() {
    return choice.getValue();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    if (event.isInitialAttach()) {
      WebStorage.getItem(storedAs, this::recall);
    }
  }

  private void recall(@Nullable String stored) {
    if (stored != null) {
      var known = new LinkedHashSet<>(Arrays.asList(stored.split(",", -1)));
      known.retainAll(labels.keySet());
      keep(known);
      if (!lent) { // the browser answers late: a view may be shown meanwhile
        choice.setValue(known);
        apply.accept(known);
      }
    }
  }
}
