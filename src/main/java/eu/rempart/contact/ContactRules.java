package eu.rempart.contact;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.PhoneEntry;
import eu.rempart.tag.TagRules;
import org.jspecify.annotations.Nullable;

/** What a contact must be like to be kept: something to call them by, and sizes within reason. */
public final class ContactRules {

  public static final int MAX_NAME = 100;
  public static final int MAX_TEXT = 255;
  public static final int MAX_DESCRIPTION = 20_000;
  public static final int MAX_ENTRIES = 50;

  private ContactRules() {}

  /**
   * Passes, or says which field is wrong.
   *
   * @throws InvalidFieldException for the first wrong field
   */
  public static void check(ContactData data) {
    if (data.displayName().isEmpty()) {
      throw invalid(ContactField.LAST_NAME, Problem.REQUIRED);
    }
    length(ContactField.SALUTATION, data.salutation(), MAX_NAME);
    length(ContactField.FIRST_NAME, data.firstName(), MAX_NAME);
    length(ContactField.LAST_NAME, data.lastName(), MAX_NAME);
    length(ContactField.LANGUAGE, data.language(), 35);
    length(ContactField.BASIS_SOURCE, data.basisSource(), MAX_TEXT);
    if (data.tags().size() > TagRules.MAX_ON_RECORD) {
      throw invalid(ContactField.TAGS, Problem.TOO_LONG);
    }
    length(ContactField.EXTERNAL_ID, data.externalId(), MAX_TEXT);
    length(ContactField.DESCRIPTION, data.description(), MAX_DESCRIPTION);
    entries(
        ContactField.EMAILS,
        data.emails().size(),
        data.emails().stream().filter(EmailEntry::primary).count());
    entries(
        ContactField.PHONES,
        data.phones().size(),
        data.phones().stream().filter(PhoneEntry::primary).count());
    entries(ContactField.ADDRESSES, data.addresses().size(), 0);
  }

  private static void length(ContactField field, @Nullable String text, int max) {
    if (text != null && text.length() > max) {
      throw invalid(field, Problem.TOO_LONG);
    }
  }

  private static void entries(ContactField field, int size, long primaries) {
    if (size > MAX_ENTRIES) {
      throw invalid(field, Problem.TOO_LONG);
    }
    if (primaries > 1) {
      throw invalid(field, Problem.TWO_PRIMARIES);
    }
  }

  private static InvalidFieldException invalid(ContactField field, Problem problem) {
    return new InvalidFieldException("contact.field." + field.column(), problem);
  }
}
