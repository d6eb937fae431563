package eu.rempart.customfield.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldRules;
import eu.rempart.shell.text.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What something is called, in each language; one is enough. */
final class LabelsField extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final Map<String, TextField> texts = new LinkedHashMap<>();
  private final String mine = Texts.locale().getLanguage();

  /**
   * Texts beside each other.
   *
   * @param label what they say, said before the language
   */
  LabelsField(String label, Labels labels) {
    getContent().addClassName("form-grid");
    for (String language : CustomFieldRules.LANGUAGES) {
      String name = Locale.of(language).getDisplayLanguage(Texts.locale());
      var text = new TextField(t("custom_field.label.in", label, name));
      text.setMaxLength(CustomFieldRules.MAX_LABEL);
      text.setValue(labels.byLanguage().getOrDefault(language, ""));
      texts.put(language, text);
      getContent().add(text);
    }
  }

  Labels labels() {
    Map<String, String> labels = new HashMap<>();
    texts.forEach((language, text) -> labels.put(language, text.getValue()));
    return new Labels(labels);
  }

  void onChange(Runnable changed) {
    texts.values().forEach(text -> text.addValueChangeListener(_ -> changed.run()));
  }

  /** The text in the reader's language, or the first one. */
  private TextField first() {
    TextField own = texts.get(mine);
    return own == null ? texts.values().iterator().next() : own;
  }

  void show(String problem) {
    first().setErrorMessage(problem);
    first().setInvalid(!problem.isEmpty());
    if (!problem.isEmpty()) {
      focus();
    }
  }

  void focus() {
    first().focus();
  }
}
