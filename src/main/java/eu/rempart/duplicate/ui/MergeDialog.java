package eu.rempart.duplicate.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import eu.rempart.duplicate.Pair;
import eu.rempart.shell.merge.MergeRoom.Field;
import eu.rempart.shell.merge.MergeRoom.Side;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two records side by side: which stays, and whose value each field keeps. */
final class MergeDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient Pair pair;
  private final transient Side first;
  private final transient Side second;
  private final transient Consumer<MergeChoice> merge;
  private final RadioButtonGroup<Boolean> stays = new RadioButtonGroup<>();

  /** For each field in which both say something else: whether the first one's value is kept. */
  private final Map<String, RadioButtonGroup<Boolean>> choices = new LinkedHashMap<>();

  MergeDialog(Pair pair, Side first, Side second, Consumer<MergeChoice> merge) {
    this.pair = pair;
    this.first = first;
    this.second = second;
    this.merge = merge;
    addClassName("merge-dialog");
    setHeaderTitle(t("duplicate.merge.title"));
    // the older one, which others may know the address of
    prepare(stays, t("duplicate.stays"), first.title(), second.title());
    stays.setHelperText(t("duplicate.stays.help"));
    var fields = new Div(stays);
    fields.addClassName("merge-fields");
    columns().forEach(column -> compare(fields, column));
    if (choices.isEmpty()) {
      fields.add(new Paragraph(t("duplicate.merge.same")));
    }
    fields.add(new Paragraph(t("duplicate.merge.united", united())));
    add(fields);
    var done =
        new Button(
            t("duplicate.merge"),
            _ -> {
              close();
              merge();
            });
    done.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), done);
  }

  private Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(first.fields().keySet());
    columns.addAll(second.fields().keySet());
    columns.removeAll(first.united());
    return columns;
  }

  private String united() {
    return first.united().stream()
        .map(column -> label(column))
        .filter(label -> !label.isEmpty())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String label(String column) {
    Field field = first.fields().getOrDefault(column, second.fields().get(column));
    return field == null ? "" : field.label();
  }

  private void compare(Div fields, String column) {
    String one = text(first.fields().get(column));
    String other = text(second.fields().get(column));
    if (!one.equals(other)) {
      var choice = new RadioButtonGroup<Boolean>();
      prepare(choice, label(column), shown(one), shown(other));
      choice.setValue(!one.isEmpty());
      choices.put(column, choice);
      fields.add(choice);
    }
  }

  private static void prepare(
      RadioButtonGroup<Boolean> group, String label, String one, String other) {
    group.setLabel(label);
    group.addClassName("merge-choice");
    group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    group.setItems(true, false);
    group.setItemLabelGenerator(isFirst -> isFirst ? one : other);
    group.setValue(true);
  }

  private static String text(@Nullable Field field) {
    return field == null ? "" : field.text();
  }

  private static String shown(String text) {
    return text.isEmpty() ? t("duplicate.nothing") : text.replace("\n", ", ");
  }

  private void merge() {
    boolean firstStays = stays.getValue();
    Set<String> taken =
        choices.entrySet().stream()
            .filter(choice -> choice.getValue().getValue() != firstStays)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    merge.accept(
        firstStays
            ? new MergeChoice(pair.first(), pair.second(), taken)
            : new MergeChoice(pair.second(), pair.first(), taken));
  }
}
