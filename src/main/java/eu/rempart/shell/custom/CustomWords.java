package eu.rempart.shell.custom;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of the organisation's own fields, as people read them. */
public final class CustomWords {

  private CustomWords() {}

  /** A value in words; empty where there is none. */
  public static String text(CustomField field, String value) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (field.kind()) {
      case TEXT, LONG_TEXT, LINK, EMAIL -> value;
      case NUMBER -> CustomRules.decimal(value).map(Formats::number).orElse(value);
      case MONEY ->
          CustomRules.decimal(value)
              .map(amount -> Formats.money(amount, value.substring(value.indexOf(' ') + 1)))
              .orElse(value);
      case DATE -> Formats.date(LocalDate.parse(value));
      case YES_NO -> yesNo(value);
      case CHOICE -> choice(field, value);
      case CHOICES -> {
        Set<String> codes = CustomRules.codes(value);
        yield field.choices().stream()
            .filter(choice -> codes.contains(choice.code()))
            .map(choice -> choice.label().in(Texts.locale()))
            .collect(Collectors.joining(", "));
      }
      case PHONE -> PhoneNumber.parse(value, null).map(PhoneNumber::pretty).orElse(value);
    };
  }

  static String yesNo(String value) {
    return value.equals("true") ? t("shell.custom.yes") : t("shell.custom.no");
  }

  static String choice(CustomField field, String code) {
    return field.choice(code).map(choice -> choice.label().in(Texts.locale())).orElse(code);
  }

  /** Adds what a record has in these fields; what is empty takes no place. */
  public static void fill(FieldList list, CustomBook book, CustomValues values) {
    for (CustomField field : book.all()) {
      String value = values.of(field.id());
      if (!value.isEmpty()) {
        list.add(CustomBook.label(field), component(field, value));
      }
    }
  }

  private static Component component(CustomField field, String value) {
    String text = text(field, value);
    return switch (field.kind()) {
      // only addresses of pages are kept
      case LINK -> {
        var link = new Anchor(value, text, AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        yield link;
      }
      case EMAIL -> new Anchor("mailto:" + value, text);
      case PHONE ->
          PhoneNumber.parse(value, null)
              .flatMap(PhoneNumber::tel)
              .<Component>map(number -> new Anchor("tel:" + number, text))
              .orElseGet(() -> new Span(text));
      case TEXT, LONG_TEXT, NUMBER, MONEY, DATE, YES_NO, CHOICE, CHOICES -> {
        var span = new Span(text);
        span.addClassName("custom-value");
        yield span;
      }
    };
  }
}
