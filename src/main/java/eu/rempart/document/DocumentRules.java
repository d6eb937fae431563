package eu.rempart.document;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.tag.TagRules;

/** What a document must be like to be kept. */
public final class DocumentRules {

  public static final int MAX_NAME = 249;
  public static final int MAX_DESCRIPTION = 20_000;

  private DocumentRules() {}

  /**
   * Passes, or says which field is wrong.
   *
   * @throws InvalidFieldException for the first wrong field
   */
  public static void check(DocumentData data) {
    String name = data.name();
    if (name == null || name.isBlank()) {
      throw invalid(DocumentField.NAME, Problem.REQUIRED);
    }
    if (name.length() > MAX_NAME) {
      throw invalid(DocumentField.NAME, Problem.TOO_LONG);
    }
    if (data.description() != null && data.description().length() > MAX_DESCRIPTION) {
      throw invalid(DocumentField.DESCRIPTION, Problem.TOO_LONG);
    }
    if (data.tags().size() > TagRules.MAX_ON_RECORD) {
      throw invalid(DocumentField.TAGS, Problem.TOO_LONG);
    }
    if (data.published() != null
        && data.expires() != null
        && data.expires().isBefore(data.published())) {
      throw invalid(DocumentField.EXPIRES, Problem.NEGATIVE);
    }
  }

  private static InvalidFieldException invalid(DocumentField field, Problem problem) {
    return new InvalidFieldException("document.field." + field.column(), problem);
  }
}
