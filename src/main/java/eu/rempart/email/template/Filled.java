package eu.rempart.email.template;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with its fields filled.
 *
 * @param text in which fields that have no value stand as they were
 * @param open what stands there unfilled, with its braces: fields that are unknown, or empty here
 */
public record Filled(String text, Set<String> open) {

  /** Blanks belong to what stands between the braces: a text of nothing else is read once. */
  private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}\\n]{0,80})\\}\\}");

  public Filled {
    open = new LinkedHashSet<>(open);
  }

  /** Fills in what has a value; a value is taken as it is, and no field in it is filled. */
  public static Filled of(String text, FieldValues values) {
    Set<String> open = new LinkedHashSet<>();
    String filled =
        FIELD
            .matcher(text)
            .replaceAll(
                found -> {
                  String value = values.of(found.group(1).strip()).orElse("");
                  if (value.isEmpty()) {
                    open.add(found.group());
                    return Matcher.quoteReplacement(found.group());
                  }
                  return Matcher.quoteReplacement(value);
                });
    return new Filled(filled, open);
  }

  /** Whether a text has fields at all. */
  public static boolean isIn(String text) {
    return FIELD.matcher(text).find();
  }

  /** Whether a text has fields that only quotes fill. */
  public static boolean isOfQuotes(String text) {
    return FIELD
        .matcher(text)
        .results()
        .anyMatch(
            found ->
                TemplateField.of(found.group(1).strip())
                    .filter(TemplateField::isOfQuotes)
                    .isPresent());
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Filled[hidden]";
  }
}
