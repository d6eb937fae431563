package eu.rempart.customfield;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a custom field must be like to be kept. */
public final class CustomFieldRules {

  public static final int MAX_LABEL = 60;
  public static final int MAX_CHOICES = 200;

  /** Most fields that are not in the bin. */
  public static final int MAX_FIELDS = 100;

  /** Kinds of records that can have such fields, by their tables. */
  public static final List<String> RECORDS =
      List.of("contact", "company", "deal", "activity", "document", "product", "quote");

  /** Languages in which a field has a name; the first ones are asked for first. */
  public static final List<String> LANGUAGES = List.of("en", "fr", "de", "nl");

  private CustomFieldRules() {}

  /**
   * Passes, or says what is wrong.
   *
   * @throws InvalidFieldException for the first wrong part
   */
  static void check(CustomKind kind, CustomFieldData data) {
    label("label", data.label());
    if (data.records().isEmpty()) {
      throw invalid("records", Problem.REQUIRED);
    }
    if (!RECORDS.containsAll(data.records())) {
      throw invalid("records", Problem.BAD_REFERENCE);
    }
    if (!data.records().containsAll(data.lists())) {
      throw invalid("lists", Problem.BAD_REFERENCE);
    }
    if (!kind.choosing() && !data.choices().isEmpty()) {
      throw invalid("choices", Problem.BAD_REFERENCE);
    }
    if (kind.choosing() && data.choices().stream().allMatch(CustomChoice::retired)) {
      throw invalid("choices", Problem.REQUIRED);
    }
    if (data.choices().size() > MAX_CHOICES) {
      throw invalid("choices", Problem.TOO_LONG);
    }
    Set<String> codes = new HashSet<>();
    for (CustomChoice choice : data.choices()) {
      label("choices", choice.label());
      // a comma stands between the codes of a record
      if (!choice.code().matches("[0-9a-z-]{1,36}") || !codes.add(choice.code())) {
        throw invalid("choices", Problem.BAD_REFERENCE);
      }
    }
  }

  private static void label(String part, Labels label) {
    if (label.isEmpty()) {
      throw invalid(part, Problem.REQUIRED);
    }
    if (!LANGUAGES.containsAll(label.byLanguage().keySet())) {
      throw invalid(part, Problem.BAD_REFERENCE);
    }
    if (label.byLanguage().values().stream().anyMatch(text -> text.length() > MAX_LABEL)) {
      throw invalid(part, Problem.TOO_LONG);
    }
  }

  private static InvalidFieldException invalid(String part, Problem problem) {
    return new InvalidFieldException("custom_field.field." + part, problem);
  }
}
