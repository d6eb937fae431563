package eu.rempart.quote.letterhead.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.quote.letterhead.LetterheadService;
import eu.rempart.quote.pdf.DocumentWords;
import eu.rempart.shell.text.Texts;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The terms of new quotes: one text for all languages, and others for single ones. */
final class TermsField extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  /** Stands for the languages without terms of their own. */
  private static final String OTHERS = "";

  private final Select<String> language = new Select<>();
  private final TextArea text = new TextArea();
  private final Map<String, String> texts = new TreeMap<>();

  TermsField() {
    language.setLabel(t("letterhead.terms.language"));
    language.setItems(
        Stream.concat(
                Stream.of(OTHERS),
                DocumentWords.LANGUAGES.stream()
                    .sorted(
                        Comparator.comparing(
                            TermsField::name, Collator.getInstance(Texts.locale()))))
            .toList());
    language.setItemLabelGenerator(TermsField::name);
    language.setValue(OTHERS);
    language.addValueChangeListener(_ -> turn());
    text.setMaxLength(LetterheadService.MAX_TEXT);
    text.addValueChangeListener(
        typed -> {
          texts.put(language.getValue(), typed.getValue());
          help();
        });
    getContent().addClassName("letterhead-terms");
    getContent().add(language, text);
    help();
  }

  private static String name(@Nullable String tag) {
    return tag == null || tag.equals(OTHERS)
        ? t("letterhead.terms.others")
        : Locale.of(tag).getDisplayLanguage(Texts.locale());
  }

  private void turn() {
    text.setValue(texts.getOrDefault(language.getValue(), ""));
    help();
  }

  /** Says which languages have terms of their own, which the one field does not show. */
  private void help() {
    String own =
        texts.entrySet().stream()
            .filter(each -> !each.getKey().equals(OTHERS) && !each.getValue().isBlank())
            .map(each -> name(each.getKey()))
            .collect(Collectors.joining(", "));
    text.setHelperText(own.isEmpty() ? t("letterhead.terms.none") : t("letterhead.terms.own", own));
  }

  /** Shows what is kept. */
  void show(@Nullable String others, Map<String, String> byLanguage) {
    texts.clear();
    texts.putAll(byLanguage);
    texts.put(OTHERS, others == null ? "" : others);
    turn();
  }

  /** What quotes in all other languages say. */
  String others() {
    return texts.getOrDefault(OTHERS, "");
  }

  /** What quotes in single languages say. */
  Map<String, String> byLanguage() {
    Map<String, String> own = new TreeMap<>(texts);
    own.remove(OTHERS);
    return own;
  }

  /** The text, of the language that is chosen. */
  TextArea text() {
    return text;
  }
}
