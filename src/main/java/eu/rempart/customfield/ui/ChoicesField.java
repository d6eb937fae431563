package eu.rempart.customfield.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import eu.rempart.common.Ids;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.Labels;
import eu.rempart.shell.part.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The choices of a field. One that is taken away is no longer offered; records that have it keep
 * it, and it can be offered again.
 */
final class ChoicesField extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final OrderedList list = new OrderedList();
  private final List<Row> rows = new ArrayList<>();
  private final Span problem = new Span();
  private transient Runnable changed = () -> {};

  ChoicesField(List<CustomChoice> choices) {
    list.addClassName("custom-choices");
    choices.forEach(choice -> rows.add(new Row(choice, false)));
    arrange();
    var add =
        new Button(
            t("custom_field.choice.add"),
            Glyph.ADD.create(),
            _ -> {
              var row =
                  new Row(
                      new CustomChoice(Ids.next().toString(), new Labels(Map.of()), false), true);
              rows.add(row);
              list.add(row);
              changed.run();
              row.labels.focus();
            });
    add.addThemeVariants(ButtonVariant.TERTIARY);
    problem.addClassName("custom-problem");
    problem.getElement().setAttribute("role", "alert");
    getContent().add(new H3(t("custom_field.field.choices")), list, problem, add);
  }

  private void arrange() {
    list.removeAll();
    rows.forEach(list::add);
  }

  /** As they are filled in; a new one without any text is left out. */
  List<CustomChoice> choices() {
    return rows.stream().map(Row::choice).filter(choice -> !choice.label().isEmpty()).toList();
  }

  void onChange(Runnable listener) {
    changed = listener;
    rows.forEach(row -> row.labels.onChange(listener));
  }

  void show(String sentence) {
    problem.setText(sentence);
  }

  private void swap(Row row, int by) {
    int at = rows.indexOf(row);
    int to = at + by;
    if (to >= 0 && to < rows.size()) {
      rows.add(to, rows.remove(at));
      arrange();
      changed.run();
    }
  }

  /** One choice. */
  private final class Row extends ListItem {

    private static final long serialVersionUID = 1L;

    private final transient CustomChoice before;
    private final LabelsField labels;
    private final Button away;
    private final boolean fresh;
    private boolean retired;

    /**
     * @param fresh whether no record can have it yet, so that it goes without a trace
     */
    Row(CustomChoice choice, boolean fresh) {
      before = choice;
      this.fresh = fresh;
      retired = choice.retired();
      labels = new LabelsField(t("custom_field.choice"), choice.label());
      labels.onChange(() -> changed.run());
      away = new Button("", _ -> turn());
      away.addThemeVariants(ButtonVariant.TERTIARY);
      addClassName("custom-choice");
      var buttons =
          new Div(
              button(Glyph.ARROW_UP, t("custom_field.choice.up"), () -> swap(this, -1)),
              button(Glyph.ARROW_DOWN, t("custom_field.choice.down"), () -> swap(this, 1)),
              away);
      buttons.addClassName("custom-field-buttons");
      add(labels, buttons);
      say();
    }

    private void turn() {
      if (fresh) {
        rows.remove(this);
        list.remove(this);
      } else {
        retired = !retired;
        say();
      }
      changed.run();
    }

    private void say() {
      setClassName("custom-retired", retired);
      away.setText(
          fresh
              ? t("custom_field.choice.remove")
              : retired ? t("custom_field.choice.offer") : t("custom_field.choice.retire"));
    }

    CustomChoice choice() {
      return new CustomChoice(before.code(), labels.labels(), retired);
    }

    private Button button(Glyph glyph, String label, Runnable run) {
      var button = new Button(glyph.create(), _ -> run.run());
      button.addThemeVariants(ButtonVariant.TERTIARY);
      button.setAriaLabel(label);
      button.setTooltipText(label);
      return button;
    }
  }
}
