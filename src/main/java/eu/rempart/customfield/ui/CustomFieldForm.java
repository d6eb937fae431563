package eu.rempart.customfield.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldRules;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an administrator fills in about a custom field. */
final class CustomFieldForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final LabelsField label;
  private final Select<CustomKind> kind = new Select<>();
  private final ChoicesField choices;
  private final CheckboxGroup<String> records = new CheckboxGroup<>();
  private final CheckboxGroup<String> lists = new CheckboxGroup<>();
  private final Checkbox required = new Checkbox(t("custom_field.required.sentence"));

  /**
   * A form.
   *
   * @param field null for a new one
   */
  CustomFieldForm(@Nullable CustomField field) {
    label =
        new LabelsField(
            t("custom_field.field.label"), field == null ? new Labels(Map.of()) : field.label());
    choices = new ChoicesField(field == null ? List.of() : field.choices());
    kind.setLabel(t("custom_field.field.kind"));
    kind.setItems(CustomKind.values());
    kind.setItemLabelGenerator(item -> t("custom_field.kind." + item.name()));
    kind.setValue(field == null ? CustomKind.TEXT : field.kind());
    kind.setReadOnly(field != null);
    kind.setHelperText(t("custom_field.kind.help"));
    kind.addValueChangeListener(_ -> arrange());
    group(records, "records", field == null ? Set.of("contact") : field.records());
    group(lists, "lists", field == null ? Set.of() : field.lists());
    lists.setHelperText(t("custom_field.lists.help"));
    records.addValueChangeListener(_ -> arrange());
    required.setValue(field != null && field.required());
    getContent().addClassNames("record-form", "custom-field-form");
    getContent().add(label, kind, choices, records, lists, required);
    arrange();
  }

  private static void group(CheckboxGroup<String> group, String part, Set<String> chosen) {
    group.setLabel(t("custom_field.field." + part));
    group.setItems(CustomFieldRules.RECORDS);
    group.setItemLabelGenerator(record -> t("custom_field.records." + record));
    group.setValue(chosen);
  }

  private void arrange() {
    choices.setVisible(kind().choosing());
    lists.setItemEnabledProvider(record -> records.getValue().contains(record));
  }

  void onChange(Runnable changed) {
    label.onChange(changed);
    choices.onChange(changed);
    kind.addValueChangeListener(_ -> changed.run());
    records.addValueChangeListener(_ -> changed.run());
    lists.addValueChangeListener(_ -> changed.run());
    required.addValueChangeListener(_ -> changed.run());
  }

  CustomKind kind() {
    return Objects.requireNonNullElse(kind.getValue(), CustomKind.TEXT);
  }

  /** What is filled in, be it right or wrong. */
  CustomFieldData data() {
    Set<String> shown = new HashSet<>(lists.getValue());
    shown.retainAll(records.getValue());
    return new CustomFieldData(
        label.labels(),
        records.getValue(),
        shown,
        required.getValue(),
        kind().choosing() ? choices.choices() : List.of());
  }

  /** Says at the part what is wrong with it. */
  void show(InvalidFieldException problem) {
    String sentence = t("custom_field.problem." + problem.problem().name());
    boolean atRecords = problem.field().endsWith(".records");
    boolean atChoices = problem.field().endsWith(".choices");
    records.setErrorMessage(sentence);
    records.setInvalid(atRecords);
    choices.show(atChoices ? sentence : "");
    label.show(atRecords || atChoices ? "" : sentence);
  }

  /** Puts the cursor where typing begins. */
  void focus() {
    label.focus();
  }
}
