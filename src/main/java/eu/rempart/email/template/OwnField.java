package eu.rempart.email.template;

import eu.rempart.common.custom.CustomField;
import java.util.Locale;

/**
 * A field of the organisation's own, as templates name it: by the end of its id, which never
 * changes. What it is called stands behind that for whoever reads the template, and says nothing.
 *
 * @param kind of the record that has it, by the name of its table
 */
public record OwnField(String kind, CustomField field) {

  private static final int DIGITS = 8;

  /** What of a name finds room between the braces. */
  private static final int MOST = 32;

  /** As it stands between the braces, without its name. */
  String code() {
    String id = field.id().toString();
    return kind + ".own." + id.substring(id.length() - DIGITS);
  }

  /** As it stands in a text. */
  public String marked(Locale locale) {
    String name = field.label(locale).replaceAll("[{}\\s]+", " ").strip();
    return "{{" + (code() + " " + name.substring(0, Math.min(MOST, name.length()))).strip() + "}}";
  }

  /** Labels are customer data. */
  @Override
  public String toString() {
    return "OwnField[" + kind + "]";
  }
}
