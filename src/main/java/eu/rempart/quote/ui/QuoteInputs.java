package eu.rempart.quote.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.quote.QuoteRules;
import eu.rempart.quote.pdf.DocumentWords;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.text.Texts;
import java.text.Collator;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/** Fields of the form of a quote that need some words to be made. */
final class QuoteInputs {

  private QuoteInputs() {}

  /** The languages that documents are written in, by their names. */
  static Select<String> language() {
    var select = new Select<String>();
    select.setItems(
        DocumentWords.LANGUAGES.stream()
            .sorted(
                Comparator.comparing(QuoteTexts::language, Collator.getInstance(Texts.locale())))
            .toList());
    select.setItemLabelGenerator(QuoteTexts::language);
    return select;
  }

  /** Some lines of the document. */
  static TextArea text() {
    var text = new TextArea();
    text.setMaxLength(QuoteRules.MAX_TEXT);
    return text;
  }

  /** Short fields beside each other. */
  static Div grid(Component... inputs) {
    var grid = new Div(inputs);
    grid.addClassName("form-grid");
    return grid;
  }

  /**
   * Who may own a quote.
   *
   * @param members names by id
   */
  static ChoiceField<UUID> owner(Map<UUID, String> members) {
    var box = new ChoiceField<UUID>();
    box.setItems(members.keySet());
    box.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    box.setClearButtonVisible(true);
    return box;
  }
}
