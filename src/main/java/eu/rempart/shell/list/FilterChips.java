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

/** A button that opens the filters of a list, and a chip for each that is set. */
public final class FilterChips extends Div {

  private static final long serialVersionUID = 1L;

  private final Div chips = new Div();

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
    var popover = new Popover(form);
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_START);
    popover.setAriaLabel(t("shell.list.filters"));
    popover.addClassName("filter-popover");
    add(button, popover, chips);
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
