package eu.rempart.shell.custom;

import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomField;
import eu.rempart.shell.text.Texts;
import eu.rempart.shell.view.ListField;
import eu.rempart.shell.view.ListField.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What conditions on the organisation's own fields can be about. */
public final class CustomListFields {

  private CustomListFields() {}

  /** One for each field, in their order. */
  public static List<ListField> of(CustomBook book) {
    return book.all().stream().map(CustomListFields::of).toList();
  }

  private static ListField of(CustomField field) {
    String label = CustomBook.label(field);
    return switch (field.kind()) {
      case TEXT, LONG_TEXT, LINK, EMAIL, PHONE -> ListField.of(field.key(), label, Kind.TEXT);
      case NUMBER -> ListField.of(field.key(), label, Kind.DECIMAL);
      case MONEY -> ListField.of(field.key(), label, Kind.MONEY);
      case DATE -> ListField.of(field.key(), label, Kind.DAY);
      case YES_NO -> ListField.choice(field.key(), label, yesNo());
      case CHOICE, CHOICES -> ListField.choice(field.key(), label, choices(field));
    };
  }

  private static Map<String, String> yesNo() {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("true", CustomWords.yesNo("true"));
    choices.put("false", CustomWords.yesNo("false"));
    return choices;
  }

  /** Those that are retired too: records have them still. */
  private static Map<String, String> choices(CustomField field) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (CustomChoice choice : field.choices()) {
      choices.put(choice.code(), choice.label().in(Texts.locale()));
    }
    return choices;
  }
}
