package eu.rempart.savedview.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.RecordCount;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.view.ListField;
import eu.rempart.shell.view.ViewedList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The groups of a list, one for each value of a field, with how many records each has. */
final class GroupStrip extends Div {

  private static final long serialVersionUID = 1L;

  /** More groups than this nobody reads, and each is counted. */
  static final int MOST = 40;

  private final transient Consumer<Rule> choose;

  /**
   * A strip without groups.
   *
   * @param choose told the condition of the group that is chosen; everything for all of them
   */
  GroupStrip(Consumer<Rule> choose) {
    this.choose = choose;
    addClassName("group-strip");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", t("savedview.groups"));
    setVisible(false);
  }

  /**
   * Shows the groups of a field; those without a record are left out.
   *
   * @param chosen the condition of the group that is chosen; null for none
   */
  void show(@Nullable ListField field, ViewedList list, @Nullable Rule chosen) {
    removeAll();
    setVisible(field != null);
    if (field == null) {
      return;
    }
    add(button(t("savedview.groups.all"), null, Rule.EVERYTHING, chosen == null));
    field.choices().keySet().stream()
        .limit(MOST)
        .forEach(
            value -> {
              Rule rule = new Rule.Test(field.name(), Operator.IS, List.of(value));
              add(list, field.choices().getOrDefault(value, value), rule, chosen);
            });
    add(
        list,
        t("savedview.groups.none"),
        new Rule.Test(field.name(), Operator.EMPTY, List.of()),
        chosen);
  }

  private void add(ViewedList list, String label, Rule rule, @Nullable Rule chosen) {
    RecordCount count = list.count(rule);
    boolean pressed = rule.equals(chosen);
    if (count.rows() > 0 || pressed) {
      add(button(label, count, rule, pressed));
    }
  }

  private NativeButton button(
      String label, @Nullable RecordCount count, Rule rule, boolean pressed) {
    var button = new NativeButton();
    button.addClassNames("chip", "group-chip");
    button.add(new Span(label));
    if (count != null) {
      var number = new Span(Formats.number(count.rows()) + (count.more() ? "+" : ""));
      number.addClassName("group-count");
      button.add(number);
    }
    button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    button.addClickListener(_ -> choose.accept(rule));
    return button;
  }
}
