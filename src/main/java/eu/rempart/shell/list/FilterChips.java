package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import eu.rempart.shell.part.Glyph;
import java.util.stream.Stream;

/** A button that opens the filters of a list, and a chip for each that is set. */
public final class FilterChips extends Div {

  private static final long serialVersionUID = 1L;

  private final Div chips = new Div();
  private final Button done = new Button();

  /**
   * Puts the inputs of the filters into a popover.
   *
   * @param inputs labelled fields
   */
  public FilterChips(Component... inputs) {
    addClassName("filter-chips");
    chips.addClassName("chips");
    var button = new Button(t("shell.list.filters"), Glyph.FILTER.create());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    var form = new Div(inputs);
    form.addClassName("filter-form");
    done.addThemeVariants(ButtonVariant.PRIMARY);
    done.addClassName("filter-done");
    done.setVisible(false);
    form.add(done);
    var popover = new Popover(form);
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_START);
    popover.setAriaLabel(t("shell.list.filters"));
    popover.addClassName("filter-popover");
    done.addClickListener(_ -> popover.close());
    add(button, popover, chips);
  }

  /** The filters among these components and in them. */
  static Stream<FilterChips> in(Component component) {
    return component instanceof FilterChips chips
        ? Stream.of(chips)
        : component.getChildren().flatMap(FilterChips::in);
  }

  /** Says how many records are found; on a phone, where the filters lie above them, by a button. */
  void found(RecordCount count) {
    done.setText(t("shell.list.filters.show", count.words()));
    done.setVisible(true);
  }

  /** Takes all chips away. */
  public void clear() {
    chips.removeAll();
  }

  /**
   * Shows a filter that is set.
   *
   * @param text what it lets through, such as "France"
   * @param remove takes the filter away
   */
  public void add(String text, Runnable remove) {
    var chip = new NativeButton();
    chip.addClassName("chip");
    chip.add(new Span(text), Glyph.CLOSE.create());
    chip.setAriaLabel(t("shell.list.filter.remove", text));
    chip.addClickListener(_ -> remove.run());
    chips.add(chip);
  }
}
