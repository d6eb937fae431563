package eu.rempart.shell.part;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Somebody else saved the record meanwhile: shows, field by field, what both wrote, and lets the
 * person choose. What only one of them changed needs no choice and is kept.
 */
public final class ConflictDialog<F> extends Dialog {

  private static final long serialVersionUID = 1L;

  /**
   * A field that both changed.
   *
   * @param yours as typed; empty where it was emptied
   * @param theirs as saved by the other; empty where it was emptied
   */
  public record Choice<F>(F field, String label, String yours, String theirs) {

    /** Values are customer data. */
    @Override
    public String toString() {
      return "Choice[" + field + "]";
    }
  }

  private enum Side {
    YOURS,
    THEIRS
  }

  private final Map<F, RadioButtonGroup<Side>> groups = new LinkedHashMap<>();

  /**
   * A closed dialog.
   *
   * @param who saved it meanwhile; empty if unknown
   * @param theirsOnly labels of the fields that only the other changed
   * @param save called with the fields in which one's own value is to win
   */
  public ConflictDialog(
      String who, List<Choice<F>> choices, List<String> theirsOnly, Consumer<Set<F>> save) {
    addClassName("conflict-dialog");
    setHeaderTitle(t("shell.conflict.title"));
    setCloseOnOutsideClick(false);
    add(
        new Paragraph(
            who.isEmpty() ? t("shell.conflict.sentence") : t("shell.conflict.sentence.who", who)));
    var fields = new Div();
    fields.addClassName("conflict-fields");
    choices.forEach(choice -> fields.add(group(choice)));
    add(fields);
    if (!theirsOnly.isEmpty()) {
      var kept = new Paragraph(t("shell.conflict.kept", String.join(", ", theirsOnly)));
      kept.addClassName("conflict-kept");
      add(kept);
    }
    var button =
        new Button(
            t("shell.conflict.save"),
            _ -> {
              close();
              save.accept(mine());
            });
    button.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.conflict.back"), _ -> close()), button);
  }

  private RadioButtonGroup<Side> group(Choice<F> choice) {
    var group = new RadioButtonGroup<Side>(choice.label());
    group.addClassName("conflict-field");
    group.setItems(Side.values());
    group.setRenderer(new ComponentRenderer<>(side -> side(choice, side)));
    group.setValue(Side.YOURS);
    groups.put(choice.field(), group);
    return group;
  }

  private static Div side(Choice<?> choice, Side side) {
    var whose =
        new Span(side == Side.YOURS ? t("shell.conflict.yours") : t("shell.conflict.theirs"));
    whose.addClassName("conflict-whose");
    var text = side == Side.YOURS ? choice.yours() : choice.theirs();
    var value = new Div(text.isEmpty() ? t("shell.conflict.empty") : text);
    value.addClassName("conflict-value");
    return new Div(whose, value);
  }

  private Set<F> mine() {
    Set<F> mine = new HashSet<>();
    groups.forEach(
        (field, group) -> {
          if (group.getValue() == Side.YOURS) {
            mine.add(field);
          }
        });
    return mine;
  }
}
